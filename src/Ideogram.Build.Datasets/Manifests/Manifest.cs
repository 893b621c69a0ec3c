using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>An <c>ideogram.yml</c> as it was written: which images of the repository make up one Ideogram dataset.</summary>
public sealed record Manifest
{
    /// <summary>Full path of the manifest.</summary>
    public required string Path { get; init; }

    /// <summary>Full path of the folder that globs and paths are relative to.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The dataset's name at Ideogram.</summary>
    public required string Name { get; init; }

    /// <summary>The place of <see cref="Name"/>.</summary>
    public Position NamePosition { get; init; } = Position.Start;

    /// <summary>The id of an existing dataset; without it the dataset is found by its exact name, or created.</summary>
    public string? Id { get; init; }

    /// <summary>The place of <see cref="Id"/>.</summary>
    public Position IdPosition { get; init; } = Position.Start;

    /// <summary>Globs, excludes and single files, in the order of the file.</summary>
    public required IReadOnlyList<ImageEntry> Images { get; init; }

    /// <summary>Where <c>images</c> begins.</summary>
    public Position ImagesPosition { get; init; } = Position.Start;

    /// <summary>Whether images must, may or must not have captions.</summary>
    public CaptionPolicy Captions { get; init; }

    /// <summary>What each caption must contain, in any case; null for nothing.</summary>
    public string? RequiredPhrase { get; init; }

    /// <summary>The place of <c>captions</c>, or else of <c>images</c>.</summary>
    public Position CaptionsPosition { get; init; } = Position.Start;

    /// <summary>The table that holds captions; null for none.</summary>
    public CaptionTableEntry? CaptionsFrom { get; init; }

    /// <summary>What happens when the manifest edits or drops what is already at Ideogram.</summary>
    public UpdatePolicy Update { get; init; }

    /// <summary>The place of <c>update</c>, or the start of the file.</summary>
    public Position UpdatePosition { get; init; } = Position.Start;

    /// <summary>What happens with files in the dataset that were not uploaded by this tool.</summary>
    public ForeignPolicy Foreign { get; init; }

    /// <summary>Bounds for each image.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>What to train from the dataset; null for no training.</summary>
    public TrainingSettings? Training { get; init; }

    /// <summary>Severities by code, from <c>rules</c>; null as value silences the code.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);
}
