using System.Text.Json.Serialization;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>An image of a dataset as the emulator holds it.</summary>
/// <param name="AssetId">Its <c>asset_id</c>; its bytes lie under this name in the dataset's folder.</param>
/// <param name="Name">The file name it was sent under.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 lower-case hex digits.</param>
/// <param name="Captions">Every caption it was ever given, oldest first.</param>
/// <param name="VisibleFrom">Until then no answer shows it.</param>
public sealed record StoredFile(
    string AssetId,
    string Name,
    long Bytes,
    string Sha256,
    IReadOnlyList<StoredCaption> Captions,
    DateTimeOffset VisibleFrom)
{
    /// <summary>The caption given last, whether or not answers show it yet; a structured one as JSON.</summary>
    [JsonIgnore]
    public string? Caption => Captions.Count == 0 ? null : Captions[^1].Text;

    /// <summary>The file name up to its last dot: a sidecar of the same stem captions it.</summary>
    [JsonIgnore]
    public string Stem => Path.GetFileNameWithoutExtension(Name);
}
