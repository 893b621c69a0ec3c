using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>Everything that a validation does with the photographs, in process, against the hash alone.</summary>
internal sealed class ValidatorSpeed : IFigure
{
    private const int Rounds = 11;

    public string Name => "validation";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var manifest = Path.Combine(Path.GetDirectoryName(photos.Files[0])!, "ideogram.yml");
        File.WriteAllText(manifest, "name: Photographs\nimages: ['*.{jpg,jpeg,png,webp}']\nlimits: {file-size: 1GB, total-size: 10GB}\n");
        var times = Clock.Medians(Rounds, () => Validate(manifest, photos.Files.Count), () => Tool.Run("openssl", ["dgst", "-sha256", .. photos.Files]));
        return [new("all checks and hashes, in process : openssl dgst -sha256", FormattableString.Invariant($"{times[0] * 1000:N0} ms"),
            FormattableString.Invariant($"{times[1] * 1000:N0} ms"), FormattableString.Invariant($"{times[0] / times[1]:N2}"), "<= 1.0")];
    }

    private static void Validate(string manifest, int images)
    {
        var dataset = new DatasetValidator(new ValidatorOptions { Parallelism = 2 }).Validate(manifest);
        if (dataset.Assets.Count != images)
            throw new InvalidOperationException(dataset.Diagnostics[0].ToString());
    }
}
