using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Finds a file by its exact path, name by name, so that links, other case and submodules on the way are noticed.</summary>
/// <param name="folders">Lists the folders.</param>
/// <param name="hints">What the search for a suggestion may cost.</param>
/// <param name="relativeTo">What paths are relative to, for messages.</param>
internal sealed class NamedFile(FolderReader folders, WorkBudget hints, string relativeTo = PathPattern.ManifestFolder)
{
    public NamedFileResult Find(string start, string prefix, IReadOnlyList<Segment> names)
    {
        if (folders.TryRead(start) is not { } listing)
            return new(null, ManifestRules.UnreadableFolder, "is in a folder that cannot be read. Check its permissions.");

        var path = prefix;
        for (var i = 0; ; i++)
        {
            var name = names[i].Literal!;
            var isLast = i == names.Count - 1;
            if (listing.Find(name) is not { } item)
                return new(null, ManifestRules.FileMissing, Missing(listing, name, path));
            path += name;
            if (item.Kind == FolderItemKind.Symlink)
                return new(null, ManifestRules.Symlink, $"{(isLast ? "is" : $"passes through {MessageText.Quote(path)},")} a symbolic link, which is never "
                    + "followed because it could point outside the repository. Commit the file itself.");
            if (item.Kind == FolderItemKind.File)
                return isLast ? new(item, null, null)
                    : new(null, ManifestRules.FileMissing, $"does not exist: {MessageText.Quote(path)} is a file, not a folder.");
            if (isLast)
                return new(null, ManifestRules.FileMissing, "is a folder. "
                    + (relativeTo == PathPattern.ManifestFolder ? $"For all images in it write {MessageText.Quote(path + "/**")}." : "Name one file."));

            path += "/";
            if (folders.TryRead(listing.PathOf(name)) is not { } inner)
                return new(null, ManifestRules.UnreadableFolder, $"is in the folder {MessageText.Quote(path)}, which cannot be read. Check its permissions.");
            if (inner.IsRepository)
                return new(null, ManifestRules.Submodule, $"is in {MessageText.Quote(path)}, a submodule or inner repository, whose files are not part of "
                    + "this repository's reviews. Copy the image here.");
            listing = inner;
        }
    }

    private string Missing(FolderListing listing, string name, string path)
    {
        if (listing.FindLoosely(name) is { } other)
            return $"does not exist, but {MessageText.Quote(path + other)} does: {NameForm.Find(name, other)!.Difference}. "
                + "Copy the name from the folder, or rename the file.";
        var suggestion = hints.TryTake(Suggestion.Cost(name, listing.Items.Count))
            ? Suggestion.For(name, listing.Items.Select(i => i.Name).Where(n => n[0] != '.'))
            : "";
        if (suggestion.Length == 0 && Segment.HasWildcard(name))
            return "does not exist. 'path' names exactly one file. For a glob, write the line as a plain text.";
        return $"does not exist{suggestion}. Paths are relative to {relativeTo}.";
    }
}

/// <summary>The file, or the broken rule and a message that continues after the file's name.</summary>
internal sealed record NamedFileResult(FolderItem? Item, Rule? Rule, string? Problem);
