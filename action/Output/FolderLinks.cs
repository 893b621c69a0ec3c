using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Output;

/// <summary>Names files relative to the current folder; nothing can be clicked.</summary>
/// <param name="folder">Full path of the current folder.</param>
internal sealed class FolderLinks(string folder) : ILinks
{
    public Uri? Thumbnail(PlannedImage image) => null;

    public Uri? FormerThumbnail(PlannedImage image) => null;

    public Uri? Source(Diagnostic diagnostic) => null;

    public string Display(string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
