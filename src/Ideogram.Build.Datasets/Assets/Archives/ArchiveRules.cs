using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>What can be wrong with a ZIP archive. Entries that are images are checked as files are, with the same codes.</summary>
public static class ArchiveRules
{
    /// <summary>Not a ZIP, or one whose directory makes no sense.</summary>
    public static readonly Rule Damaged = new("IDEO2101", Severity.Error, "Damaged archive");

    /// <summary>More entries than a dataset could ever use.</summary>
    public static readonly Rule TooManyEntries = new("IDEO2102", Severity.Error, "Too many entries in an archive");

    /// <summary>An entry that requires a password.</summary>
    public static readonly Rule Encrypted = new("IDEO2103", Severity.Error, "Encrypted entry in an archive");

    /// <summary>An archive inside the archive.</summary>
    public static readonly Rule Nested = new("IDEO2104", Severity.Error, "Archive inside an archive");

    /// <summary>One name twice.</summary>
    public static readonly Rule Duplicate = new("IDEO2105", Severity.Error, "Duplicate entries in an archive");

    /// <summary>An absolute name, or one with <c>..</c>, a drive, a backslash or a control character.</summary>
    public static readonly Rule BadName = new("IDEO2106", Severity.Error, "Entry name that leaves the archive or is not allowed");

    /// <summary>A symbolic link as entry.</summary>
    public static readonly Rule Symlink = new("IDEO2107", Severity.Error, "Symbolic link in an archive");

    /// <summary>Sizes or a compression that no photographs have.</summary>
    public static readonly Rule Bomb = new("IDEO2108", Severity.Error, "Archive that unpacks to far more than its size");

    /// <summary>The unpacked bytes are not what the directory declares.</summary>
    public static readonly Rule Mismatch = new("IDEO2109", Severity.Error, "Entry that is not what the archive declares");

    /// <summary>A compression that only some programs know.</summary>
    public static readonly Rule Method = new("IDEO2110", Severity.Error, "Unknown compression in an archive");

    /// <summary>No image inside.</summary>
    public static readonly Rule NoImages = new("IDEO2111", Severity.Error, "Archive without images");

    /// <summary>Entries that are neither images nor captions.</summary>
    public static readonly Rule LeftOut = new("IDEO2112", Severity.Warning, "Entries of an archive that are left out");
}
