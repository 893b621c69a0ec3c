using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

internal sealed class NoLinks : ILinks
{
    public Uri? Thumbnail(PlannedImage image) => null;

    public Uri? FormerThumbnail(PlannedImage image) => null;

    public Uri? Source(Diagnostic diagnostic) => null;

    public string Display(string file) => Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/');
}
