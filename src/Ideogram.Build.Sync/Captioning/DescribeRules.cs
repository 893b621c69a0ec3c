using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>53xx: captions by Ideogram.</summary>
public static class DescribeRules
{
    /// <summary>422, 400 and 413.</summary>
    public static readonly Rule Refused = new("IDEO5301", Severity.Error, "Ideogram does not describe an image");

    /// <summary>The answer would not be a sound caption file.</summary>
    public static readonly Rule NotUsable = new("IDEO5302", Severity.Error, "A caption by Ideogram cannot be used");

    /// <summary>Too large, in an archive, or something is in the way.</summary>
    public static readonly Rule Left = new("IDEO5303", Severity.Warning, "An image is left without a caption");

    /// <summary>The folder cannot be written to.</summary>
    public static readonly Rule NotWritten = new("IDEO5304", Severity.Error, "A caption cannot be written");
}
