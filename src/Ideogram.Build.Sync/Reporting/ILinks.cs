namespace Ideogram.Build.Sync.Reporting;

/// <summary>Links to the things that a report names. An output without links uses <see cref="None"/>.</summary>
public interface ILinks
{
    /// <summary>No links at all.</summary>
    static ILinks None { get; } = new NoLinks();

    /// <summary>A picture of the image as it is now.</summary>
    /// <param name="image">The image.</param>
    Uri? Thumbnail(ReportedImage image);

    /// <summary>A picture of a file as it is now.</summary>
    /// <param name="file">Its path, as <see cref="ReportedImage.File"/> is.</param>
    Uri? Thumbnail(string file);

    /// <summary>A picture of the image as it was before an edit.</summary>
    /// <param name="image">The image.</param>
    Uri? FormerThumbnail(ReportedImage image);

    /// <summary>A page that shows both pictures of an edited image together.</summary>
    /// <param name="image">The image.</param>
    Uri? Comparison(ReportedImage image);

    /// <summary>The place of a problem.</summary>
    /// <param name="problem">The problem.</param>
    Uri? Source(ReportedProblem problem);
}
