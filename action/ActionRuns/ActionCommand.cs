using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary><c>ideogram-build action</c>: reads the runner's variables, decides, and runs.</summary>
internal static class ActionCommand
{
    public static async Task<int> RunAsync(AppHost host, Redactor redactor, CancellationToken cancellationToken)
    {
        foreach (var secret in redactor.Secrets)
            await host.Out.WriteLineAsync(WorkflowCommand.Mask(secret));
        var log = new RunLog(host, redactor);
        if (redactor.IsBlind)
            log.Notice($"A secret of fewer than {Redactor.Shortest} characters cannot be hidden in the output, "
                + "because it would match too many words. Use a longer one.");
        try
        {
            var environment = GitHubEnvironment.Read(host);
            var payload = await EventPayload.ReadAsync(environment.EventPath);
            var inputs = ActionInputs.Read(host, environment.Workspace);
            using var connection = new GitHubConnection(environment.ApiUrl, inputs.GitHubToken,
                new GitHubRetryPolicy(host.Time, GitHubRetryPolicy.DefaultBudget));
            // One deadline from the signal on, whatever the run is doing then.
            using var deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, host.Time);
            await using var stopping = cancellationToken.Register(() => deadline.CancelAfter(ActionContext.LastWords));
            var github = new GitHubRepository(connection, environment.Repository);
            return await new ActionRun(new ActionContext(host, environment, payload, inputs, github, redactor, log)
            {
                Deadline = deadline.Token
            }).RunAsync(cancellationToken);
        }
        catch (UsageException e)
        {
            log.Note(e.Rule ?? GitHubRules.WrongInput, e.Message);
            return ExitCode.Usage;
        }
    }
}
