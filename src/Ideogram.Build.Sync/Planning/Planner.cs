using System.Globalization;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Sync.Planning;

/// <summary>Compares a manifest with its dataset. It makes no request.</summary>
public static class Planner
{
    private const int MaxNames = 5;

    /// <summary>The plans of a run that queries nothing.</summary>
    /// <param name="datasets">The validated manifests.</param>
    public static Plan Unasked(IReadOnlyList<Dataset> datasets) => new([.. datasets.Select(d => Unasked(d))]);

    /// <summary>The plan of a manifest whose dataset is not queried, because of errors or a missing key. The dataset's content is unknown, and nothing is
    /// sent.</summary>
    /// <param name="dataset">The validated manifest.</param>
    /// <param name="more">Problems beside those of validation.</param>
    public static DatasetPlan Unasked(Dataset dataset, params IReadOnlyList<Diagnostic> more) => new()
    {
        Dataset = dataset,
        // A revision is named after all images. If some could not be read, there is no name.
        Target = dataset.Manifest is { } manifest ? new DatasetTarget(dataset.IsValid ? TargetFinder.NameOf(manifest, Revision.Digest(dataset.Assets))
            : manifest.Name, manifest.Id) : null,
        Source = PlanSource.None,
        Images = [.. Distinct(dataset).Select(group => Planned(group, null, Change.New))],
        Diagnostics = [.. dataset.Diagnostics, .. more],
    };

    /// <summary>The plan of a valid manifest.</summary>
    /// <param name="dataset">The validated manifest.</param>
    /// <param name="remote">Its dataset at Ideogram; null if it does not exist yet.</param>
    public static DatasetPlan For(Dataset dataset, RemoteDataset? remote)
    {
        var manifest = dataset.Manifest ?? throw new ArgumentException("A manifest that could not be read has no plan.", nameof(dataset));
        var files = remote?.Files ?? [];
        var ours = files.Where(f => f.Hash is not null).ToLookup(f => f.Hash!, StringComparer.Ordinal);
        var foreign = files.Where(f => f.Hash is null).ToList();
        var images = new List<PlannedImage>();
        foreach (var group in Distinct(dataset))
        {
            var asset = Speaker(group);
            // If an image is there twice, the one with the caption counts: sending it again would change nothing.
            var same = ours[ContentName.HashOf(asset.Image)].ToList();
            var there = same.Find(f => asset.Caption is not null && CaptionComparison.AreEqual(asset.Caption, f.Caption)) ?? same.FirstOrDefault()
                ?? TakeMatch(manifest, foreign, asset);
            var change = there is null ? Change.New : Compare(asset, there, manifest);
            images.Add(Planned(group, there, change) with
            {
                FormerCaption = change is Change.CaptionChanged or Change.CaptionRemoved ? there?.Caption : null,
            });
        }

        var wanted = images.Select(i => ContentName.HashOf(i.Asset.Image)).ToHashSet(StringComparer.Ordinal);
        var plan = new DatasetPlan
        {
            Dataset = dataset,
            Target = new DatasetTarget(remote?.Name ?? TargetFinder.NameOf(manifest, Revision.Digest(dataset.Assets)), remote?.Id),
            Source = PlanSource.Dataset,
            Images = images,
            Stale = [.. ours.Where(g => !wanted.Contains(g.Key)).Select(g => g.First())],
            Foreign = foreign,
            Doubled = Doubled(files),
            ModelIds = remote?.ModelIds ?? [],
            ImagesBefore = files.Count,
            Diagnostics = dataset.Diagnostics,
        };
        return plan with { Diagnostics = [.. dataset.Diagnostics, .. Problems(plan, manifest)] };
    }

    /// <summary>The plan of a new dataset that takes the place of one: it gets everything, and says what differs.</summary>
    /// <param name="current">The plan for the dataset as it is, which holds what the manifest edits or drops.</param>
    /// <param name="name">The name of the new one.</param>
    /// <param name="empty">An empty dataset of that name, left by an earlier run; null for none.</param>
    internal static DatasetPlan Replace(DatasetPlan current, string name, RemoteDataset? empty) => current with
    {
        Target = new DatasetTarget(name, empty?.Id),
        Baseline = new Baseline(PlanSource.Dataset, current.Target!.Name, current.Target.Id, current.Stale, current.Foreign),
        Images = [.. current.Images.Select(i => i with
        {
            Change = Change.New,
            Difference = i.Change,
            Remote = null,
            RemoteName = i.Change == Change.CaptionRemoved ? ContentName.CreateWithoutCaption(i.Asset) : ContentName.Create(i.Asset),
        })],
        Stale = [],
        Foreign = [],
        Doubled = [],
        ModelIds = empty?.ModelIds ?? [],
        ImagesBefore = 0,
        Diagnostics = current.Dataset.Diagnostics,
    };

    /// <summary>A warning for each file that a dataset holds more than once.</summary>
    internal static IEnumerable<Diagnostic> DoublesIn(IEnumerable<RemoteFile> doubled, Manifest manifest) =>
        doubled.Select(file => PlanRules.Doubled.At(manifest.Path, manifest.NamePosition,
            $"{Quote(file.Name)} is in the dataset more than once, counts towards the {IdeogramLimits.MaxImages} images each time, and trains with more "
            + "weight. The API cannot delete: remove one in Ideogram's web app, or give the manifest another 'name' for a clean dataset."));

    /// <summary>One file for each image that is in the dataset more than once.</summary>
    internal static IReadOnlyList<RemoteFile> Doubled(IEnumerable<RemoteFile> files) =>
        [.. files.Where(f => f.Hash is not null).GroupBy(f => f.Hash, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.First())];

    private static IEnumerable<IGrouping<string, Asset>> Distinct(Dataset dataset) => dataset.Assets.GroupBy(a => a.Image.Sha256, StringComparer.Ordinal);

    // The same bytes can be in the manifest twice, once without a caption. Then the one with the caption counts for both.
    private static Asset Speaker(IGrouping<string, Asset> group) => group.FirstOrDefault(a => a.Caption is not null) ?? group.First();

    private static PlannedImage Planned(IGrouping<string, Asset> group, RemoteFile? remote, Change change)
    {
        var asset = Speaker(group);
        return new PlannedImage(asset, remote?.Name ?? ContentName.Create(asset), change)
        {
            Remote = remote,
            Twins = [.. group.Where(a => a != asset).Select(a => a.RelativePath)],
        };
    }

    private static RemoteFile? TakeMatch(Manifest manifest, List<RemoteFile> foreign, Asset asset)
    {
        if (manifest.Foreign != ForeignPolicy.Match) return null;
        var name = asset.RelativePath[(asset.RelativePath.LastIndexOfAny(['/', '!']) + 1)..];
        var index = foreign.FindIndex(f => f.Bytes == asset.Image.Bytes && string.Equals(f.Name, name, StringComparison.Ordinal));
        if (index < 0) return null;
        var match = foreign[index];
        foreign.RemoveAt(index);
        return match;
    }

    private static Change Compare(Asset asset, RemoteFile remote, Manifest manifest)
    {
        if (manifest.Captions != CaptionPolicy.None)
        {
            // A caption sent alone would make the name say what is no longer so.
            var isSentWithAnother = manifest.Update == UpdatePolicy.Auto && ContentName.IsSentWith(remote.Name, asset.Caption) == false;
            if (asset.Caption is null && !string.IsNullOrWhiteSpace(remote.Caption)) return Change.CaptionRemoved;
            if (asset.Caption is not null && string.IsNullOrWhiteSpace(remote.Caption)) return isSentWithAnother ? Change.CaptionChanged
                : Change.CaptionMissing;
            if (asset.Caption is not null && !CaptionComparison.AreEqual(asset.Caption, remote.Caption)) return Change.CaptionChanged;
        }

        var isRenamed = remote.Hash is not null && ContentName.SlugIn(remote.Name) != ContentName.SlugIn(ContentName.Create(asset));
        return isRenamed ? Change.Renamed : Change.Unchanged;
    }

    private static IEnumerable<Diagnostic> Problems(DatasetPlan plan, Manifest manifest)
    {
        const string Choices = "Ideogram can neither delete nor replace. Set 'update: auto' (an edit starts a new dataset, and this one stays), "
            + "'update: keep-stale' (the new files are added beside the old ones, and all of them are trained) or 'update: revision' (each new set becomes "
            + "a new dataset)";
        if (manifest.Update != UpdatePolicy.KeepStale)
        {
            foreach (var image in plan.Images.Where(i => i.IsAltered))
                yield return AtCaption(image, manifest, PlanRules.CaptionAltered,
                    $"The dataset shows another caption for {Quote(image.Asset.RelativePath)} than the one that was sent: "
                    + $"{MessageText.Quote(image.Remote!.Caption ?? "")}. To send it again would change nothing. Write the caption as the dataset "
                    + "shows it, or look at the dataset at Ideogram and report the problem.");
        }

        if (manifest.Update is UpdatePolicy.Additive or UpdatePolicy.Revision)
        {
            foreach (var image in plan.Images.Where(i => i.Change is Change.CaptionChanged or Change.CaptionRemoved && !i.IsAltered))
            {
                var what = image.Asset.Caption is null ? "was removed, but the dataset still shows it" : "differs from the one that the dataset shows";
                yield return AtCaption(image, manifest, PlanRules.CaptionEdited, $"The caption of {Quote(image.Asset.RelativePath)} {what}. {Choices}.");
            }

            if (plan.Stale.Count > 0)
                yield return PlanRules.ImagesRemoved.At(manifest.Path, manifest.UpdatePosition,
                    $"{Images(plan.Stale.Count)} in the dataset that the manifest edits or no longer has: {Names(plan.Stale)}. {Choices}; "
                        + "or bring the files back.");
        }

        if (manifest is { Update: UpdatePolicy.Auto, Id: not null } && plan.IsEdit)
            yield return PlanRules.PinnedEdit.At(manifest.Path, manifest.IdPosition, string.Create(CultureInfo.InvariantCulture,
                $"This edit needs a new dataset, because Ideogram can neither delete nor replace, but 'id' names one. Remove the line 'id': then the next "
                    + $"upload brings all {plan.Images.Count} images to the datasets of the name {Quote(manifest.Name)}, and this one stays at Ideogram."));

        if (plan.Foreign.Count > 0 && manifest.Foreign != ForeignPolicy.Keep)
            yield return PlanRules.ForeignFiles.At(manifest.Path, manifest.NamePosition, Foreign(plan.Foreign, manifest.Foreign));

        foreach (var problem in DoublesIn(plan.Doubled, manifest)) yield return problem;

        // An edit is not added to this dataset.
        if (plan.ImagesAfter > IdeogramLimits.MaxImages && plan.Count(Change.New) > 0 && !(manifest.Update == UpdatePolicy.Auto && plan.IsEdit))
            yield return PlanRules.TooManyImages.At(manifest.Path, manifest.NamePosition, string.Create(CultureInfo.InvariantCulture,
                $"The dataset holds {plan.ImagesBefore} images and would get {plan.Count(Change.New)} more, {plan.ImagesAfter} in all; "
                    + $"{IdeogramLimits.MaxImages} is Ideogram's limit. Nothing is sent."));
    }

    private static string Foreign(IReadOnlyList<RemoteFile> files, ForeignPolicy policy)
    {
        var what = files.Count == 1 ? "1 image that was" : string.Create(CultureInfo.InvariantCulture, $"{files.Count} images that were");
        var choice = policy == ForeignPolicy.Match
            ? "The manifest has no image of the same name and size. Add one, or set 'foreign: keep'"
            : "Set 'foreign: match' if the manifest has images of the same name and size, or 'foreign: keep'";
        return $"The dataset holds {what} not uploaded by this tool: {Names(files)}. {choice} to keep what the dataset holds, or use another dataset.";
    }

    private static Diagnostic AtCaption(PlannedImage image, Manifest manifest, Rule rule, string message) => image.Asset.Caption is { } caption
        ? rule.At(caption.File, caption.Position, message)
        : rule.At(manifest.Path, image.Asset.Source, message);

    private static string Images(int count) => count == 1 ? "There is 1 image" : string.Create(CultureInfo.InvariantCulture, $"There are {count} images");

    private static string Names(IReadOnlyList<RemoteFile> files) =>
        string.Join(", ", files.Take(MaxNames).Select(f => Quote(f.Name)))
        + (files.Count > MaxNames ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - MaxNames} more") : "");

    private static string Quote(string? name) => name is null ? "(no name)" : MessageText.Quote(name);
}
