using System.Globalization;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary><c>ideogram-build init</c>: a manifest for a folder of images, a workflow for the repository, and what to do next.</summary>
internal sealed class InitCommand(AppHost host, Redactor redactor)
{
    private readonly FolderLinks _links = new(host.Folder);
    private readonly NewFile _files = new(host.Folder);

    /// <summary>Writes a manifest for a folder of images, and a workflow beside it.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="cancellationToken">Cancels the operation. Files that were written stay.</param>
    /// <returns>The exit code: 1 if nothing was written, or if the images have errors.</returns>
    public async Task<int> RunAsync(InitOptions options, CancellationToken cancellationToken)
    {
        if (options.Dataset is not { } wanted)
            return Run(options, null, cancellationToken);
        if (options.Name is not null)
            throw new UsageException("Give --name or --dataset, not both: a dataset that exists already has a name.");
        RemoteDataset? dataset = null;
        var code = await new ApiCall(host, redactor, options.Api).RunAsync(async client => dataset = await new NameOrId(wanted, "dataset").GetAsync(
            await client.ListDatasetsAsync(wanted, cancellationToken), d => (d.Id, d.Name), id => client.GetDatasetAsync(id, cancellationToken)));
        return dataset is null ? code : Run(options, dataset, cancellationToken);
    }

    private int Run(InitOptions options, RemoteDataset? remote, CancellationToken cancellationToken)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder, host.Folder));
        if (!Directory.Exists(folder))
            throw new UsageException(
                $"{MessageText.Quote(options.Folder)} is not a folder{Suggestion.ForPath(folder)}. Name the folder that holds the images.");
        if (options.Name is { } asked && (asked.Length == 0 || DatasetName.Clean(asked) != asked))
            throw new UsageException(
                FormattableString.Invariant($"--name must have 1 to {DatasetFamily.MaxNameLength} characters, without blanks at the ends and without ")
                + $"invisible characters, but it is {MessageText.Quote(asked)}.");

        var manifest = Path.Combine(folder, "ideogram.yml");
        var images = ImageFolder.Look(folder, cancellationToken);
        if (Refuse(manifest, images) is { } refusal)
        {
            Say(TextReport.Line(ReportedProblem.From(refusal, _links.Display)));
            return ExitCode.Failure;
        }

        var git = GitTop.Find(folder);
        var name = options.Name ?? (remote is null ? DatasetName.FromFolder(folder, git?.Path) : DatasetName.FromDataset(remote.Name));
        if (!_files.Write(manifest, ManifestDraft.Write(name, images, remote?.Id)))
            throw new UsageException($"'{_links.Display(manifest)}' was created by another program just now; it stays unchanged.");
        Say($"wrote {_links.Display(manifest)}: dataset \"{name}\", {ReportText.Count(images.Images.Count, "image")}, "
            + $"{ReportText.Count(images.Captioned, "caption")}");
        if (images.LeftOut is { } leftOut)
            Say($"left out: {leftOut}");
        var workflow = options.WithWorkflow ? WriteWorkflow(git) : null;

        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(manifest, cancellationToken);
        foreach (var problem in dataset.Diagnostics)
            Say(TextReport.Line(ReportedProblem.From(problem, _links.Display)));
        var there = remote is not null && dataset.IsValid ? RemoteFiles.Compare(dataset, remote) : null;
        if (there is not null)
        {
            using var safe = host.SafeOut(redactor);
            there.Write(remote!, safe);
        }

        SayNext(dataset, there, git, workflow);
        return dataset.IsValid ? ExitCode.Success : ExitCode.Failure;
    }

    private static Diagnostic? Refuse(string manifest, ImageFolder images)
    {
        if (Path.Exists(manifest) || RepositoryRoot.IsLink(manifest))
            return StartRules.ManifestThere.At(manifest, Position.Start, "The folder already has a manifest; it stays unchanged. "
                + $"Edit it, or run init in another folder.{WithoutWorkflow(manifest)}");
        // The place itself may be refused: a dot folder, or behind a link.
        if (new DatasetValidator(new ValidatorOptions()).Validate(manifest).Diagnostics.FirstOrDefault(d => d.IsError && d.Rule != ManifestRules.Unreadable)
            is { } misplaced)
            return misplaced;
        if (images.Images.Count == 0)
        {
            var advice = images.LeftOut is { } leftOut ? $"It holds {leftOut}" : "Name the folder that holds the images.";
            return StartRules.NoImages.At(manifest, Position.Start, (images.Own is [var own, ..]
                ? $"The folder has no image for a new manifest. {MessageText.Quote(own)} keeps its own images: it has a manifest already, or is a repository. "
                : $"Neither the folder nor one below it holds a {ImageFormats.Extensions} file. {advice} ") + "Nothing was written.");
        }

        return images.Images.Count <= IdeogramLimits.MaxImages
            ? null
            : StartRules.TooManyImages.At(manifest, Position.Start, string.Create(CultureInfo.InvariantCulture,
                $"The folder holds {images.Images.Count:N0} images, and a dataset at Ideogram at most {IdeogramLimits.MaxImages}. "
                    + $"Run init in folders of at most {IdeogramLimits.MaxImages} each; nothing was written."));
    }

    private static string WithoutWorkflow(string manifest) => GitTop.Find(Path.GetDirectoryName(manifest)!) is { } git
        && Workflows.UsingTheAction(git.Path).Count == 0 ? " The repository has no workflow with this action yet: docs/action.md has one to copy." : "";

    private string? WriteWorkflow(GitTop? git)
    {
        if (git is null)
        {
            Say("no workflow: the folder is not in a git repository. To get one later, run \"git init\" and copy the workflow from docs/action.md.");
            return null;
        }

        if (Workflows.UsingTheAction(git.Path) is [var existing, ..])
        {
            Say($"kept {_links.Display(existing.File)}: it finds every ideogram.yml automatically");
            return existing.File;
        }

        var file = Path.Combine(git.Path, WorkflowDraft.File);
        var folder = Path.GetDirectoryName(file)!;
        if (PathBounds.FindLink(git.Path, folder) is not null)
        {
            Say($"no workflow: {_links.Display(folder)} is behind a symbolic link, which is not followed");
            return null;
        }

        var branch = git.DefaultBranch;
        var isNew = _files.Write(file, WorkflowDraft.Write(branch));
        Say(isNew
            ? $"wrote {_links.Display(file)}: a plan on each pull request, the upload on a push to {branch}"
            : $"kept {_links.Display(file)}: it exists already and does not use this action");
        return isNew ? file : null;
    }

    private void SayNext(Dataset dataset, RemoteFiles? there, GitTop? git, string? workflow)
    {
        var manifest = _links.Display(dataset.ManifestPath);
        var word = ShellWord.Of(manifest);
        var steps = new List<string>();
        if (!dataset.IsValid)
            steps.Add($"Fix the errors above, then check again:  ideogram-build validate {word}");
        steps.Add($"Read {manifest}: the dataset's name, and what an edit means.");
        if (there?.Next(manifest) is { } decision)
            steps.Add(decision);
        if (dataset.Assets.Count < IdeogramLimits.MinTrainingImages)
            steps.Add($"A training requires {IdeogramLimits.MinTrainingImages} to {IdeogramLimits.MaxImages} images. Add some, if you want to train.");
        steps.Add($"Look at it:  ideogram-build preview {word}");
        if (workflow is not null)
        {
            steps.Add("Give the repository the secret IDEOGRAM_API_KEY (Settings, Secrets and variables, Actions).");
            steps.Add("Commit on a branch and open a pull request: its comment shows what a merge would upload.");
        }
        else
        {
            steps.Add($"Set IDEOGRAM_API_KEY, then:  ideogram-build plan {word}  and  ideogram-build upload {word}");
        }

        if (git is not null)
            steps.Add("If something does not work:  ideogram-build doctor");
        Say("");
        Say("Next:");
        for (var i = 0; i < steps.Count; i++)
            Say(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. {steps[i]}"));
    }

    // Names of folders may hold line breaks.
    private void Say(string line) => host.Out.WriteLine(host.Look.Lay(LogText.Line(redactor.Clean(line))));
}

/// <summary>The options of init.</summary>
/// <param name="Folder">The folder of images.</param>
/// <param name="Name">The dataset's name; null for one made from the folder's.</param>
/// <param name="WithWorkflow">Whether the repository gets a workflow.</param>
internal sealed record InitOptions(string Folder, string? Name, bool WithWorkflow)
{
    /// <summary>The name or id of a dataset that is there already; null for one that the first upload finds or creates.</summary>
    public string? Dataset { get; init; }

    /// <summary>Where Ideogram is, and how patiently it is asked. Without a dataset it is not asked.</summary>
    public ApiOptions Api { get; init; } = new(null, null);
}
