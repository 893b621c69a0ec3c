using System.Globalization;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>Counts and sizes as people read them, and the one line that says how a run went.</summary>
public static class ReportText
{
    /// <summary>The report in one line, such as "17 uploaded, 1 failed, 0 unchanged".</summary>
    /// <param name="report">The report.</param>
    public static string Headline(ReportDocument report) => report.Kind switch
    {
        RunKind.Validate => $"{Count(report.Datasets.Count, "dataset")}, "
            + $"{Count(report.Datasets.Sum(d => d.Assets.Images + d.Assets.Broken), "image")} checked: "
            + $"{Count(report.Count(Severity.Error), "error")}, {Count(report.Count(Severity.Warning), "warning")}",
        RunKind.Plan => Plan(report.Datasets),
        RunKind.Train => Trainings(report.Datasets),
        _ => List([Outcomes(report.Totals, report.Datasets.All(d => d.IsCompared)), .. Unchecked(report.Datasets)])
            + (report.Datasets.Count(d => d.Training?.Outcome == TrainingOutcome.Started) is > 0 and var started ? $", {Count(started, "training")} started"
            : ""),
    };

    /// <summary>What an upload would send, such as "18 images and 1 caption", or "nothing".</summary>
    /// <param name="report">The report of a plan.</param>
    public static string Sent(ReportDocument report)
    {
        var compared = report.Datasets.Where(d => d.IsCompared && !d.IsRefused).ToList();
        var images = compared.Sum(d => d.Count(Change.New));
        var captions = compared.Sum(d => d.Count(Change.CaptionChanged) + d.Count(Change.CaptionMissing));
        return (images, captions) switch
        {
            (0, 0) => "nothing",
            (_, 0) => Count(images, "image"),
            (0, _) => Count(captions, "caption"),
            _ => $"{Count(images, "image")} and {Count(captions, "caption")}",
        };
    }

    /// <summary>What an upload of some datasets would do, in one line. Datasets that were not queried are only counted.</summary>
    /// <param name="datasets">The datasets.</param>
    public static string Plan(IReadOnlyList<ReportedDataset> datasets)
    {
        var compared = datasets.Where(d => d.IsCompared).ToList();
        return List([compared.Count == 0 && datasets.Count > 0 ? null : Changes(compared), .. Unchecked(datasets)]);
    }

    private static string Changes(List<ReportedDataset> datasets)
    {
        int Sum(Change change) => datasets.Sum(d => d.Images.Count(i => i.Shown == change && !i.IsSentAgain));
        var replaced = datasets.Sum(d => ReplacedFiles.Find(d).Count);
        var against = datasets.ToLookup(d => d.Baseline?.Source ?? d.Source);
        var edited = replaced + against[PlanSource.BaseCommit].Sum(d => d.Images.Count(i => i.Edit && i.Shown == Change.New));
        // What a new dataset leaves out is removed; what a dataset keeps is stale.
        var stale = datasets.Where(d => d.Source == PlanSource.Dataset).Sum(d => d.Stale.Count);
        return List(
            $"{Sum(Change.New) - edited} new",
            Some(edited, "edited"),
            Some(Sum(Change.CaptionChanged) + Sum(Change.CaptionMissing), "with a new caption"),
            Some(Sum(Change.CaptionRemoved) - Uncaptioned(), "with a caption that only the dataset has"),
            Some(Uncaptioned(), "without its caption"),
            Some(datasets.Where(d => d.IsReplacement).Sum(d => d.Images.Count(i => i.IsSentAgain)), "sent again"),
            Some(datasets.Where(d => !d.IsReplacement).Sum(d => d.Images.Count(i => i.IsSentAgain)), "sent without a change"),
            Some(Sum(Change.Renamed), "renamed"),
            datasets.Exists(d => d.Baseline is null) || Sum(Change.Unchanged) > 0 ? $"{Sum(Change.Unchanged)} unchanged" : null,
            Some(datasets.Sum(d => d.Removed.Count) - stale - Replaced(d => d.IsReplacement), "removed"),
            Some(stale - Replaced(d => !d.IsReplacement), "stale"),
            Some(datasets.Sum(d => d.Foreign.Count), "foreign"),
            Some(datasets.Sum(d => d.Doubled.Count), "doubled"));

        int Uncaptioned() => datasets.Where(d => d.Baseline is not null).Sum(d => d.Images.Count(i => i.Shown == Change.CaptionRemoved));

        int Replaced(Func<ReportedDataset, bool> which) => datasets.Where(which).Sum(d => ReplacedFiles.Find(d).Count);
    }

    /// <summary>What the changes of a dataset are from, where it is not the dataset itself: the base commit or the dataset before; null otherwise.</summary>
    /// <param name="dataset">The dataset.</param>
    public static string? Against(ReportedDataset dataset) => dataset.Baseline is { } baseline ? MessageText.Quote(baseline.Name)
        : dataset.Source == PlanSource.BaseCommit ? "the base commit" : null;

    /// <summary>Where an upload would go: "dataset x", "a new dataset of 6 images".</summary>
    /// <param name="dataset">The dataset.</param>
    public static string Place(ReportedDataset dataset) => dataset switch
    {
        { Id: { } id } => $"dataset {MessageText.OneLine(id, 80)}",
        { Source: PlanSource.Dataset } or { IsAnew: true } when dataset.Images.Count > 0 => $"a new dataset of {Count(dataset.Images.Count, "image")}",
        { Source: PlanSource.Dataset } => "a new dataset",
        _ => "remote state not checked",
    };

    /// <summary>That a new dataset takes the place of another, in plain words; null if none does.</summary>
    /// <param name="kind">What the run was for.</param>
    /// <param name="dataset">The dataset.</param>
    public static string? Replacement(RunKind kind, ReportedDataset dataset)
    {
        if (dataset is not { IsReplacement: true, Baseline: { } old }) return null;
        var (name, former) = (MessageText.Quote(dataset.Name ?? ""), MessageText.Quote(old.Name));
        var (all, again) = (dataset.Images.Count, dataset.Images.Count(i => i.Shown != Change.New));
        var sent = all == again ? $"{Images(all)} sent again" : string.Create(CultureInfo.InvariantCulture, $"{Images(all)} sent, {again} of them again");
        var rest = old.Foreign.Count == 0 ? ""
            : $" {Count(old.Foreign.Count, "file")} not uploaded by this tool {(old.Foreign.Count == 1 ? "is" : "are")} not in the new one.";
        return (kind == RunKind.Upload ? $"This edit started a new dataset, {name}." : $"This edit starts a new dataset, {name}: {sent}.")
            + $" {former} stays at Ideogram; delete it there.{rest}";

        static string Images(int count) => Count(count, "image") + (count == 1 ? " is" : " are");
    }

    /// <summary>The outcomes of the images, in one line.</summary>
    /// <param name="totals">How many have each outcome.</param>
    /// <param name="isCompared">Whether all datasets were queried; otherwise 0 unchanged means nothing.</param>
    public static string Outcomes(ReportedTotals totals, bool isCompared) => List(
        $"{totals.Uploaded} uploaded",
        totals.CaptionSent > 0 ? $"{Count(totals.CaptionSent, "caption")} sent" : null,
        $"{totals.Failed} failed",
        Some(totals.Unconfirmed, "unconfirmed"),
        Some(totals.NotSent, "not sent"),
        isCompared ? $"{totals.Unchanged} unchanged" : Some(totals.Unchanged, "unchanged"));

    /// <summary>A training in one line: <c>model 'Acme 1a2b3c4d' started, TRAINING</c>.</summary>
    /// <param name="training">Its outcome. Its texts are untrusted: escape them.</param>
    public static string Describe(ReportedTraining training) => List(
        $"model '{training.ModelName}' {Name(training.Outcome)}", training.ModelId is { } id ? $"id '{id}'" : null, training.Status,
        training.RunStatus is { } run && run != training.Status ? $"training run {run}" : null, training.CustomModel, training.Reason);

    // Without a name: the manifest could not be read, or its job wrote no report.
    private static IEnumerable<string> Unchecked(IReadOnlyList<ReportedDataset> datasets)
    {
        // With errors in its files a dataset is not queried: they are the news.
        var wrong = datasets.Where(d => d is { IsCompared: false, HasErrorsHere: true, Name: not null }).ToList();
        if (wrong.Count > 0) yield return $"{Count(wrong.Count, "dataset")} with errors";
        var remote = datasets.Where(d => !d.IsCompared).Except(wrong).ToLookup(d => d.Name is not null);
        if (remote[true].Any()) yield return $"remote state of {Count(remote[true].Count(), "dataset")} not checked";
        if (remote[false].Any()) yield return $"{Count(remote[false].Count(), "dataset")} without a result";
    }

    private static string Trainings(IReadOnlyList<ReportedDataset> datasets)
    {
        int Of(TrainingOutcome outcome) => datasets.Count(d => d.Training?.Outcome == outcome);
        return List(
            $"{Count(Of(TrainingOutcome.Started), "training")} started",
            $"{Of(TrainingOutcome.AlreadyTrained)} already trained",
            Some(Of(TrainingOutcome.Skipped), "skipped"),
            Some(Of(TrainingOutcome.Unknown), "unknown"),
            Some(Of(TrainingOutcome.Failed), "failed"));
    }

    private static string Name(TrainingOutcome outcome) => outcome switch
    {
        TrainingOutcome.AlreadyTrained => "already trained",
        TrainingOutcome.Due => "would be trained, which costs money",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>How much of a text was left out: "1,234 more characters".</summary>
    /// <param name="characters">How many characters.</param>
    public static string More(int characters) => string.Create(CultureInfo.InvariantCulture, $"{characters:N0} more character{(characters == 1 ? "" : "s")}");

    /// <summary>A number and its noun: "1 image", "2 images".</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The noun for one.</param>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A size in decimal units: "412 KB".</summary>
    /// <param name="bytes">The size in bytes.</param>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };

    /// <summary>What a manifest names, in one line: "18 images (1 duplicate), 3.1 MB, 17 captions".</summary>
    /// <param name="assets">The images.</param>
    public static string Describe(ReportedAssets assets) =>
        List(Count(assets.Images, "image") + (assets.Duplicates > 0 ? $" ({Count(assets.Duplicates, "duplicate")})" : ""), Size(assets.Bytes),
            Count(assets.Captions, "caption"), assets.Broken > 0 ? $"{Count(assets.Broken, "file")} that cannot be used" : null);

    /// <summary>An image in a few words: "640×480 JPEG, 23 KB".</summary>
    /// <param name="image">The image.</param>
    public static string Describe(ReportedImage image) =>
        string.Create(CultureInfo.InvariantCulture, $"{image.Width}×{image.Height} {ImageFormats.Row(image.Format).Name}, {Size(image.Bytes)}");

    /// <summary>What an upload would do with an image, in a word or two.</summary>
    /// <param name="change">The change.</param>
    public static string Name(Change change) => change switch
    {
        Change.New => "new",
        Change.Renamed => "renamed",
        Change.CaptionMissing => "new caption",
        Change.CaptionChanged => "caption changed",
        Change.CaptionRemoved => "caption removed",
        _ => "unchanged",
    };

    /// <summary>The outcome of an image, in a word or two.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.NotSent => "not sent",
        Outcome.CaptionSent => "caption sent",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    private static string? Some(int count, string what) => count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {what}");

    private static string List(params IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>());
}
