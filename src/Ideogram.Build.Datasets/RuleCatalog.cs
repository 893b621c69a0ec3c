using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets;

/// <summary>Every check that needs no network. These are the codes that a manifest's <c>rules</c> may name.</summary>
public static class RuleCatalog
{
    /// <summary>All rules, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ManifestRules.Unreadable, ManifestRules.TooLarge, ManifestRules.NotUtf8, ManifestRules.Syntax, ManifestRules.TooComplex, ManifestRules.UnsupportedYaml,
        ManifestRules.SeveralDocuments, ManifestRules.Character, ManifestRules.UnknownKey, ManifestRules.DuplicateKey, ManifestRules.MissingKey,
            ManifestRules.WrongType,
        ManifestRules.UnknownValue, ManifestRules.OutOfRange, ManifestRules.Contradiction, ManifestRules.UnknownCode, ManifestRules.FixedSeverity,
        ManifestRules.BadPath, ManifestRules.LeavesRepository, ManifestRules.Symlink, ManifestRules.DotName, ManifestRules.BadGlob, ManifestRules.NoMatch,
        ManifestRules.FileMissing, ManifestRules.NotAnImageName, ManifestRules.Submodule, ManifestRules.UnreadableFolder, ManifestRules.TooMuchWork,
        ManifestRules.NotPlainName, ManifestRules.ExcludeMisses,
        ImageRules.Empty, ImageRules.LfsPointer, ImageRules.Unsupported, ImageRules.Truncated, ImageRules.Damaged, ImageRules.TrailingData,
        ImageRules.Extension, ImageRules.LineEndings, ImageRules.TooLarge, ImageRules.TooSmall, ImageRules.Animated, ImageRules.Unreadable, ImageRules.Changed,
        ImageRules.Irregular, ImageRules.Appended, ImageRules.TooManyPixels,
        ArchiveRules.Damaged, ArchiveRules.TooManyEntries, ArchiveRules.Encrypted, ArchiveRules.Nested, ArchiveRules.Duplicate, ArchiveRules.BadName,
        ArchiveRules.Symlink, ArchiveRules.Bomb, ArchiveRules.Mismatch, ArchiveRules.Method, ArchiveRules.NoImages, ArchiveRules.LeftOut,
        CaptionRules.Unreadable, CaptionRules.TooLarge, CaptionRules.NotUtf8, CaptionRules.Empty, CaptionRules.ControlCharacter, CaptionRules.TooLong,
        CaptionRules.Missing, CaptionRules.Orphan, CaptionRules.TwoSidecars, CaptionRules.SharedStem, CaptionRules.InlineAndSidecar, CaptionRules.TwoInline,
        CaptionRules.NotWanted, CaptionRules.LfsPointer,
        CaptionRules.JsonSyntax, CaptionRules.MissingMember, CaptionRules.WrongMember, CaptionRules.UnknownMember,
        CaptionRules.DuplicateMember, CaptionRules.EmptyBox, CaptionRules.TableUnreadable, CaptionRules.TableTooLarge,
        CaptionRules.TableSyntax, CaptionRules.TableColumn, CaptionRules.RowWithoutImage, CaptionRules.TwoRows, CaptionRules.RowAndCaption,
        CaptionRules.RowsNotTaken, CaptionRules.Unread, CaptionRules.OtherFolder, CaptionRules.JsonAsText,
        .. HealthRules.All,
        DatasetRules.TooManyImages, DatasetRules.TooFewForTraining, DatasetRules.IdenticalImages, DatasetRules.IdenticalImagesOtherCaptions,
        DatasetRules.SameTarget, DatasetRules.TotalSize, DatasetRules.NameCollision, DatasetRules.StructuredCaptionsForV3, DatasetRules.NoImages,
        DatasetRules.TooManyProblems, DatasetRules.WindowsName, DatasetRules.NotInGit, DatasetRules.GitRefused, DatasetRules.IncompleteCheckout,
        DatasetRules.Nested, DatasetRules.LeftImages, DatasetRules.LeftFormats,
        DatasetRules.NotTheCommits, DatasetRules.RewrittenByGit,
    ];
}
