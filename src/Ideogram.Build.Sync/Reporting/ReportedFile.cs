using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A file in a dataset.</summary>
/// <param name="Name">Its name at Ideogram.</param>
/// <param name="Bytes">Its size, where Ideogram gives it.</param>
public sealed record ReportedFile(string? Name, long? Bytes)
{
    internal static ReportedFile From(RemoteFile file) => new(file.Name, file.Bytes);
}
