using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>An entry as the archive's directory declares it.</summary>
internal sealed record ZipItem(string Name, int MadeBy, int Flags, int Method, uint Crc, long CompressedSize, long Size, uint Attributes, long HeaderOffset)
{
    private const int Unix = 3;

    public bool IsFolder => Name.EndsWith('/');

    public bool IsEncrypted => (Flags & 0x2041) != 0;

    public bool IsSymlink => MadeBy >> 8 == Unix && ((Attributes >> 16) & 0xF000) == 0xA000;

    /// <summary>What programs leave behind: macOS's resource forks and every dot file, as on disk.</summary>
    public bool IsLitter => Name.Split('/').Any(p => p is "__MACOSX" || (p.StartsWith('.') && p is not ("." or "..")));

    public string FileName => Name.Substring(Name.LastIndexOf('/') + 1);

    public string Folder => Name.Substring(0, Name.Length - FileName.Length);

    /// <summary>Why the entry is refused before a byte of it is read; null for a usual one.</summary>
    public (Rule Rule, string Message)? Refuse()
    {
        if (Name.Length == 0 || Name[0] == '/' || Name.Contains('\\', StringComparison.Ordinal) || Name.Contains(':', StringComparison.Ordinal)
            || Name.Split('/').Any(p => p is ".." or "."))
            return (ArchiveRules.BadName, "has a name that leads out of the archive, or a backslash or colon in it. "
                + "Pack the folder again with relative names and '/'.");
        if (PlainName.Problem(Name) is { } problem)
            return (ArchiveRules.BadName, $"{problem}. Rename the file and pack it again.");
        if (IsSymlink)
            return (ArchiveRules.Symlink, "is a symbolic link, which is never followed. Pack the file itself.");
        if (FileExtensions.IsArchive(Name))
            return (ArchiveRules.Nested, "is an archive inside the archive. Unpack it first.");
        if (IsEncrypted)
            return (ArchiveRules.Encrypted, "is encrypted. Pack it without a password.");
        if (Method is not (0 or 8))
            return (ArchiveRules.Method, FormattableString.Invariant($"is compressed by method {Method}, which not every program can read. ")
                + "Pack it as an ordinary ZIP (deflate).");
        return null;
    }
}
