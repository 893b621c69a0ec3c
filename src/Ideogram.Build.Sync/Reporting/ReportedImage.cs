using System.Text.Json.Serialization;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of one image.</summary>
public sealed record ReportedImage
{
    /// <summary>The path relative to the manifest; <c>archive.zip!entry</c> inside an archive.</summary>
    public required string Path { get; init; }

    /// <summary>The file that holds it, named as the manifest is; the archive, for an image inside one.</summary>
    public required string File { get; init; }

    /// <summary>The entry of the archive; null for a file of its own.</summary>
    public required string? Entry { get; init; }

    /// <summary>The name that it has at Ideogram, or would get.</summary>
    public required string RemoteName { get; init; }

    /// <summary>The format by content.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>In pixels, after orientation.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels, after orientation.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The manifest's caption: plain text, or the JSON of a structured one.</summary>
    public required string? Caption { get; init; }

    /// <summary>What an upload would do with it.</summary>
    public required Change Change { get; init; }

    /// <summary>How it differs from the dataset's baseline; null without one.</summary>
    public required Change? Difference { get; init; }

    /// <summary>Its path at the base commit, if it was renamed.</summary>
    public required string? FormerPath { get; init; }

    /// <summary>The caption that the dataset, or the baseline, shows, if it is different.</summary>
    public required string? FormerCaption { get; init; }

    /// <summary>Other paths of the manifest with the same bytes; they are sent once.</summary>
    public required IReadOnlyList<string> Twins { get; init; }

    /// <summary>Whether it replaces another image at the same path of the base commit.</summary>
    public required bool Edit { get; init; }

    /// <summary>Its outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The code under which the failure is reported; null where nothing failed.</summary>
    public required string? Code { get; init; }

    /// <summary>Ideogram's reason for a failure as it came, or what went wrong with the request.</summary>
    public required string? Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public required string? Advice { get; init; }

    /// <summary>How often it was sent.</summary>
    public required int Attempts { get; init; }

    /// <summary>Bytes of image and caption sent, all attempts together.</summary>
    public required long BytesSent { get; init; }

    /// <summary>Time of the requests that sent it, in all attempts together.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>What a person changed: against the baseline, where there is one.</summary>
    [JsonIgnore]
    public Change Shown => Difference ?? Change;

    /// <summary>Whether it is sent into a new dataset although a person changed nothing.</summary>
    [JsonIgnore]
    public bool IsSentAgain => Change == Change.New && !Shown.IsDifference();

    /// <summary>Whether an upload would send anything of it.</summary>
    [JsonIgnore]
    public bool IsSent => Change.IsSent();

    internal static ReportedImage From(ImageResult result, Func<string, string> display)
    {
        var (image, asset, info) = (result.Image, result.Image.Asset, result.Image.Asset.Image);
        return new ReportedImage
        {
            Path = asset.RelativePath,
            File = display(asset.File),
            Entry = asset.Entry,
            RemoteName = image.RemoteName,
            Format = info.Format,
            Width = info.Width,
            Height = info.Height,
            Bytes = info.Bytes,
            Sha256 = info.Sha256,
            Caption = asset.Caption?.Text,
            Change = image.Change,
            Difference = image.Difference,
            FormerPath = image.FormerPath,
            FormerCaption = image.FormerCaption,
            Twins = image.Twins,
            Edit = image.IsEdit,
            Outcome = result.Outcome,
            Code = result.Failure?.Rule.Code,
            Reason = result.Failure?.Reason,
            Advice = result.Failure?.Advice ?? result.Advice,
            Attempts = result.Attempts,
            BytesSent = result.BytesSent,
            Milliseconds = (long)result.Elapsed.TotalMilliseconds,
        };
    }
}
