using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds the names that Windows cannot hold: a checkout there fails, or a program reads a device instead of the file.</summary>
/// <param name="root">Full path of the repository's top: what is above it, each machine calls as it likes.</param>
internal sealed class WindowsNames(string root)
{
    // Devices since DOS, with or without an extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <summary>One warning for each such file or folder, at the first file that has it in its path.</summary>
    public IEnumerable<Diagnostic> Check(IEnumerable<string> files)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = RepositoryPath.FromFullPath(root, file);
            foreach (var (end, why) in Wrong(path))
            {
                if (told.Add(path.Substring(0, end)))
                    yield return DatasetRules.WindowsName.At(file, Position.Start, "Windows does not allow the name "
                        + $"{MessageText.Quote(path.Substring(0, end))}: {why}. Rename it.");
            }
        }
    }

    // The ends of the path's parts that are wrong.
    private static IEnumerable<(int End, string Why)> Wrong(string path)
    {
        for (var start = 0; start <= path.Length;)
        {
            var end = path.IndexOf('/', start) is var slash and >= 0 ? slash : path.Length;
            if (Why(path.Substring(start, end - start)) is { } why)
                yield return (end, why);
            start = end + 1;
        }
    }

    private static string? Why(string name)
    {
        if (name.EndsWith('.') || name.EndsWith(' '))
            return "the name ends with a dot or a blank";
        var device = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(device) ? $"{MessageText.Quote(device)} is a device there, with any extension" : null;
    }

    private static IEnumerable<string> Numbered(string name) => "123456789\u00B9\u00B2\u00B3".Select(number => name + number);
}
