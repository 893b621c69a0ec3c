using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Captioning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Caption;

/// <summary>
/// <c>ideogram-build caption</c>: says what it costs, waits for a yes, and changes the working tree only. The captions are reviewed like any other change.
/// </summary>
internal sealed class CaptionCommand(AppHost host, Redactor redactor)
{
    private readonly CaptionText _text = new(new FolderLinks(host.Folder));

    public async Task<int> RunAsync(CaptionOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options.Command);
        var plan = CaptionPlan.Create(run.Validated(remember: false, cancellationToken), options.Max);
        Say(safe => _text.Write(plan, options.IsDryRun, safe));
        if (plan.Jobs.Count == 0 || options.IsDryRun)
            return Code(plan.Problems, isCancelled: false);

        var client = options.Command.Api.Client(host, redactor);
        if (!options.IsAgreed && !await AskAsync(plan, cancellationToken))
            return ExitCode.Usage;
        var captioner = new Captioner(client, options.Flags, host.Folder, host.Time);
        var result = await UploadProgressDisplay.RunAsync(host, redactor, isData: false, progress => captioner.RunAsync(plan, progress, cancellationToken));
        Say(safe => _text.Write(result, safe));
        return Code([.. plan.Problems, .. result.Problems], result.IsCancelled);
    }

    private static int Code(IReadOnlyList<Diagnostic> problems, bool isCancelled) => problems switch
    {
        _ when problems.Any(p => p.IsError && ExitCode.IsOutOfReach(p.Code)) => ExitCode.Ideogram,
        _ when isCancelled || problems.Any(p => p.IsError) => ExitCode.Failure,
        _ => ExitCode.Success,
    };

    private async Task<bool> AskAsync(CaptionPlan plan, CancellationToken cancellationToken)
    {
        if (host.Answers is not { } answers)
        {
            throw new UsageException($"{CaptionText.Calls(plan)} cost money, and no person can confirm them here. "
                + "Run again with --yes; --dry-run shows what would be sent.");
        }

        await host.Out.WriteAsync("Go on? [y/N] ");
        await host.Out.FlushAsync(cancellationToken);
        // A console's reader does not listen while it waits for a key.
        var answer = await Task.Run(answers.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (answer?.Trim().ToUpperInvariant() is "Y" or "YES")
            return true;
        await host.Out.WriteLineAsync("Nothing was sent.");
        return false;
    }

    private void Say(Action<SafeWriter> write)
    {
        using var safe = host.SafeOut(redactor);
        write(safe);
    }
}
