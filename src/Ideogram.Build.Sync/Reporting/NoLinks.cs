namespace Ideogram.Build.Sync.Reporting;

internal sealed class NoLinks : ILinks
{
    public Uri? Thumbnail(ReportedImage image) => null;

    public Uri? Thumbnail(string file) => null;

    public Uri? FormerThumbnail(ReportedImage image) => null;

    public Uri? Comparison(ReportedImage image) => null;

    public Uri? Source(ReportedProblem problem) => null;
}
