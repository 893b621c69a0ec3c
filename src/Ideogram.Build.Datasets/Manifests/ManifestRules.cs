using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>What can be wrong with a manifest. The manifest itself can lower none of the errors.</summary>
public static class ManifestRules
{
    /// <summary>The manifest is missing, a folder, or cannot be opened.</summary>
    public static readonly Rule Unreadable = new("IDEO1001", Severity.Error, "The manifest cannot be read");

    /// <summary>The manifest has more bytes than a manifest ever needs.</summary>
    public static readonly Rule TooLarge = new("IDEO1002", Severity.Error, "The manifest is larger than 1 MB");

    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly Rule NotUtf8 = new("IDEO1003", Severity.Error, "The manifest is not UTF-8");

    /// <summary>The parser gave up.</summary>
    public static readonly Rule Syntax = new("IDEO1004", Severity.Error, "The manifest is not YAML");

    /// <summary>Values nested, or repeated, beyond any use.</summary>
    public static readonly Rule TooComplex = new("IDEO1005", Severity.Error, "The manifest has too many or too deeply nested values");

    /// <summary>Anchors, aliases and tags.</summary>
    public static readonly Rule UnsupportedYaml = new("IDEO1006", Severity.Error, "A YAML anchor, alias or tag");

    /// <summary>More than one YAML document.</summary>
    public static readonly Rule SeveralDocuments = new("IDEO1007", Severity.Error, "More than one YAML document");

    /// <summary>A character that programs read differently, or not at all.</summary>
    public static readonly Rule Character = new("IDEO1008", Severity.Error, "A character that is not allowed in a manifest");

    /// <summary>A key that the manifest's language does not have.</summary>
    public static readonly Rule UnknownKey = new("IDEO1010", Severity.Error, "Unknown key");

    /// <summary>One key twice in one object.</summary>
    public static readonly Rule DuplicateKey = new("IDEO1011", Severity.Error, "Duplicate key");

    /// <summary>A required key is missing.</summary>
    public static readonly Rule MissingKey = new("IDEO1012", Severity.Error, "Missing key");

    /// <summary>A text where a list should be, and the like.</summary>
    public static readonly Rule WrongType = new("IDEO1013", Severity.Error, "Wrong type of value");

    /// <summary>A value outside a fixed set of words.</summary>
    public static readonly Rule UnknownValue = new("IDEO1014", Severity.Error, "Unknown value");

    /// <summary>A number, length or form outside what is allowed.</summary>
    public static readonly Rule OutOfRange = new("IDEO1015", Severity.Error, "Value out of range");

    /// <summary>Two settings that cannot be combined.</summary>
    public static readonly Rule Contradiction = new("IDEO1016", Severity.Error, "Settings that contradict each other");

    /// <summary>A code in <c>rules</c> that does not exist.</summary>
    public static readonly Rule UnknownCode = new("IDEO1017", Severity.Error, "Unknown code in rules");

    /// <summary>A code in <c>rules</c> that guards safety, or that Ideogram would refuse anyway.</summary>
    public static readonly Rule FixedSeverity = new("IDEO1018", Severity.Error, "A severity that cannot be changed");

    /// <summary>An absolute path, a drive, a URL, a backslash: not a path of this repository.</summary>
    public static readonly Rule BadPath = new("IDEO1020", Severity.Error, "Not a path of the repository");

    /// <summary>A path that climbs above the repository's top.</summary>
    public static readonly Rule LeavesRepository = new("IDEO1021", Severity.Error, "A path leaves the repository");

    /// <summary>A symbolic link: it could point anywhere.</summary>
    public static readonly Rule Symlink = new("IDEO1022", Severity.Error, "A symbolic link");

    /// <summary>A file or folder whose name begins with a dot.</summary>
    public static readonly Rule DotName = new("IDEO1023", Severity.Error, "A dot file or dot folder");

    /// <summary>A glob that cannot be understood.</summary>
    public static readonly Rule BadGlob = new("IDEO1024", Severity.Error, "A glob that cannot be understood");

    /// <summary>A glob without any match.</summary>
    public static readonly Rule NoMatch = new("IDEO1025", Severity.Error, "A glob matches nothing");

    /// <summary>A named file that is missing.</summary>
    public static readonly Rule FileMissing = new("IDEO1026", Severity.Error, "A file is missing");

    /// <summary>A named file that is neither an image nor an archive.</summary>
    public static readonly Rule NotAnImageName = new("IDEO1027", Severity.Error, "Neither an image nor a ZIP archive");

    /// <summary>A path into a submodule or a repository inside the repository.</summary>
    public static readonly Rule Submodule = new("IDEO1028", Severity.Error, "A path into a submodule");

    /// <summary>A folder that cannot be listed.</summary>
    public static readonly Rule UnreadableFolder = new("IDEO1029", Severity.Error, "A folder cannot be read");

    /// <summary>Globs that would keep the machine busy.</summary>
    public static readonly Rule TooMuchWork = new("IDEO1030", Severity.Error, "Globs that are too much work");

    /// <summary>A backslash, a control character, a line separator or bytes that are not UTF-8.</summary>
    public static readonly Rule NotPlainName = new("IDEO1031", Severity.Error, "A name of a file or folder that is not allowed");

    /// <summary>An exclude that removes nothing, but would with another spelling.</summary>
    public static readonly Rule ExcludeMisses = new("IDEO1032", Severity.Warning, "An exclude misses images");
}
