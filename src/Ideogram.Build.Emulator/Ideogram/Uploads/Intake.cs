using Ideogram.Build.Emulator.Ideogram.Captions;
using Ideogram.Build.Emulator.Ideogram.Images;

namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>An upload after each file was checked, before the dataset is changed.</summary>
/// <param name="Images">Images to add, in the order in which they came.</param>
/// <param name="Sidecars">Captions to apply.</param>
/// <param name="Failed">What was refused.</param>
internal sealed record Intake(IReadOnlyList<ReceivedFile> Images, IReadOnlyList<Sidecar> Sidecars, IReadOnlyList<Refusal> Failed)
{
    public static async Task<Intake> LookAsync(IReadOnlyList<ReceivedFile> files, string folder, long maxImageBytes, CancellationToken cancellationToken)
    {
        var images = new List<ReceivedFile>();
        var sidecars = new List<Sidecar>();
        var failed = new List<Refusal>();
        foreach (var file in files)
        {
            if (file.Extension != ".ZIP")
            {
                Take(file);
            }
            else if (await Archive.UnpackAsync(file, folder, maxImageBytes, cancellationToken) is { } inside)
            {
                foreach (var entry in inside)
                    Take(entry);
            }
            else
            {
                failed.Add(new Refusal(file.Name, "INVALID_ZIP", IsImage: false));
            }
        }

        return new Intake(images, sidecars, failed);

        void Take(ReceivedFile file)
        {
            if (file.Extension is ".TXT" or ".JSON")
            {
                var structured = file.Extension == ".JSON";
                var text = SidecarText.Read(file.Path, structured);
                if (text.Text is { } caption)
                    sidecars.Add(new Sidecar(file.Name, file.Stem, caption, structured));
                else
                    failed.Add(new Refusal(file.Name, text.FailureReason!, IsImage: false));
            }
            else if (ReasonAgainst(file, maxImageBytes) is { } reason)
            {
                failed.Add(new Refusal(file.Name, reason, IsImage: true));
            }
            else
            {
                images.Add(file);
            }
        }
    }

    private static string? ReasonAgainst(ReceivedFile file, long maxImageBytes) =>
        file.Bytes > maxImageBytes ? "FILE_TOO_LARGE"
        : !StoredImageCheck.IsImage(file.Path) ? "INVALID_IMAGE"
        : file.Name.Contains("unsafe", StringComparison.OrdinalIgnoreCase) ? "FAILED_SAFETY_CHECK"
        : null;
}
