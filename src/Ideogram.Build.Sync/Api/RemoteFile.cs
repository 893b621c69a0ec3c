using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Sync.Api;

/// <summary>A file that a dataset shows.</summary>
/// <param name="Name">Its name; null where Ideogram gives none.</param>
/// <param name="Bytes">Its size in bytes, where Ideogram gives it.</param>
/// <param name="Caption">Its caption: plain text, or a structured caption as JSON.</param>
public sealed record RemoteFile(string? Name, long? Bytes, string? Caption)
{
    /// <summary>The hash in its name, if this tool sent it: 32 lower-case hex digits.</summary>
    public string? Hash { get; } = ContentName.HashIn(Name);
}
