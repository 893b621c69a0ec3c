using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Sync.Planning;

/// <summary>An image of the manifest and what an upload would do with it.</summary>
/// <param name="Asset">The image.</param>
/// <param name="RemoteName">Its name at Ideogram: the one it has there, or the content name it would get.</param>
/// <param name="Change">What an upload would do.</param>
public sealed record PlannedImage(Asset Asset, string RemoteName, Change Change)
{
    /// <summary>The file in the dataset, if it is there.</summary>
    public RemoteFile? Remote { get; init; }

    /// <summary>How it differs from the plan's baseline; null without one.</summary>
    public Change? Difference { get; init; }

    /// <summary>The caption that it had there, or has in the dataset, if it is another one.</summary>
    public string? FormerCaption { get; init; }

    /// <summary>Other paths of the manifest with the same bytes; they are sent once.</summary>
    public IReadOnlyList<string> Twins { get; init; } = [];

    /// <summary>For a plan from a base commit: the image's former path, where it was renamed there, or the path of the image it replaces.</summary>
    public string? FormerPath { get; init; }

    /// <summary>For a plan from a base commit: another image was at the same path.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Whether the dataset shows another caption than the one that the image was sent with, by its name. The manifest still has that one.</summary>
    public bool IsAltered => Change is Change.CaptionChanged or Change.CaptionRemoved && ContentName.IsSentWith(Remote?.Name, Asset.Caption) == true;

    /// <summary>What a person changed: against the baseline, where there is one.</summary>
    public Change Shown => Difference ?? Change;

    /// <summary>Whether an upload would send anything of it.</summary>
    public bool IsSent => Change.IsSent();
}
