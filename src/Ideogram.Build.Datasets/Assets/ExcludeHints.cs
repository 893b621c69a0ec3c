using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>
/// Finds excludes that remove nothing, but would remove images of the dataset if they were written a little differently. An exclude for nothing is allowed,
/// so no other is named. A hint must not cost more than the check: if it takes too long, there is none.
/// </summary>
/// <param name="files">The files of the dataset.</param>
/// <param name="work">Counts.</param>
internal sealed class ExcludeHints(IReadOnlyList<AssetFile> files, GlobWork work)
{
    /// <summary>What excludes that remove nothing would remove; one with the same pattern as another is named once.</summary>
    /// <param name="excludes">The excludes that remove nothing.</param>
    public IReadOnlyList<MissedExclude> Find(IReadOnlyList<GlobLine> excludes)
    {
        try
        {
            return excludes.Count == 0 || files.Count == 0 ? []
                : Search([.. excludes.GroupBy(l => l.Entry.Pattern, StringComparer.Ordinal).Select(g => g.First())]);
        }
        catch (TooMuchWorkException)
        {
            return [];
        }
    }

    private List<MissedExclude> Search(List<GlobLine> open)
    {
        var found = new List<MissedExclude>();
        var hasAccents = files.Select(f => f.RelativePath).Concat(open.Select(l => l.Entry.Pattern)).Any(text => NameForm.Accents.Of(text) != text);
        foreach (var form in new[] { null, NameForm.Accents, NameForm.LowerCase, NameForm.Loose })
        {
            if (open.Count == 0 || (!hasAccents && (form == NameForm.Accents || form == NameForm.Loose)))
                continue;
            var near = Match([.. open.SelectMany(line => ExcludeSpelling.All(line, form, work))]);
            found.AddRange(near);
            open.RemoveAll(line => near.Exists(n => n.Line == line));
        }

        var meant = Meant(found);
        return [.. found.Where(f => !meant.Contains(f.Line)).OrderBy(f => f.Line.Entry.Position.Line).ThenBy(f => f.Line.Entry.Position.Column)];
    }

    // The first spelling of each line that would remove something.
    private List<MissedExclude> Match(IReadOnlyList<ExcludeSpelling> spellings)
    {
        var matched = new Dictionary<int, List<AssetFile>>();
        foreach (var ofStart in Enumerable.Range(0, spellings.Count).GroupBy(i => spellings[i].Prefix, StringComparer.Ordinal))
        {
            var globs = new CommittedGlobs(ofStart.Key);
            foreach (var number in ofStart)
                globs.Add(spellings[number].Segments, number);

            var byPath = Below(ofStart.Key).ToLookup(f => Formed(f.RelativePath, spellings[ofStart.First()].Form), StringComparer.Ordinal);
            foreach (var match in Matches(globs, byPath.Select(g => g.Key)))
            {
                foreach (var number in match.Value.Distinct())
                {
                    if (!matched.TryGetValue(number, out var taken))
                        matched.Add(number, taken = []);
                    work.Spend(1);
                    taken.AddRange(byPath[match.Key]);
                }
            }
        }

        return [.. matched.Where(m => !spellings[m.Key].IsForSome || !IsAllOfTheirLines(m.Value)).GroupBy(m => spellings[m.Key].Line)
            .Select(g => g.OrderBy(m => m.Key).First())
            .Select(m => new MissedExclude(spellings[m.Key], [.. m.Value.OrderBy(f => f.RelativePath, StringComparer.Ordinal)]))];
    }

    // "!photos/*.JPG" after "photos/*.jpg": nobody means to remove all that a line takes.
    private bool IsAllOfTheirLines(List<AssetFile> near)
    {
        var sources = new HashSet<ImageEntry>(near.Select(f => f.Source));
        work.Spend(files.Count);
        return files.Count(f => sources.Contains(f.Source)) == near.Count;
    }

    // Lines that match images beside those that they nearly match: they are written for these.
    private HashSet<GlobLine> Meant(List<MissedExclude> found)
    {
        var meant = new HashSet<GlobLine>();
        foreach (var ofStart in found.GroupBy(f => f.Line.Prefix, StringComparer.Ordinal))
        {
            var (globs, lines) = (new CommittedGlobs(ofStart.Key), ofStart.Where(f => !f.Spelling.IsTooEarly).Select(f => f.Line).ToList());
            for (var i = 0; i < lines.Count; i++)
                globs.Add(lines[i].Pattern.Segments, i);
            meant.UnionWith(Matches(globs, Beside(ofStart.SelectMany(f => f.Files))).SelectMany(m => m.Value).Select(i => lines[i]));
        }

        return meant;
    }

    private Dictionary<string, List<int>> Matches(CommittedGlobs globs, IEnumerable<string> paths)
    {
        var matching = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        globs.Match(paths, work, matching);
        return matching;
    }

    private IEnumerable<string> Beside(IEnumerable<AssetFile> near)
    {
        foreach (var file in near.GroupBy(f => f.Folder).Select(g => g.First()))
        {
            var folder = file.RelativePath.Substring(0, file.RelativePath.Length - file.Item.Name.Length);
            foreach (var name in file.Folder.Items.Select(i => i.Name))
            {
                work.Spend(1);
                if (FileExtensions.IsAsset(name) || OtherImageFormats.HasExtension(name))
                    yield return folder + name;
            }
        }
    }

    private IEnumerable<AssetFile> Below(string prefix) => files.Where(f => f.RelativePath.StartsWith(prefix, StringComparison.Ordinal)
        && !(f.RelativePath.Length > prefix.Length + 2 && string.CompareOrdinal(f.RelativePath, prefix.Length, "../", 0, 3) == 0));

    private string Formed(string path, NameForm? form)
    {
        work.Spend(path.Length);
        return form is null ? path : form.Of(path);
    }
}
