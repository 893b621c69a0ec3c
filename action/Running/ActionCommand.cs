using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Output;

namespace Ideogram.Build.Action.Running;

/// <summary><c>ideogram-build action</c>: reads what the runner says, decides, and runs.</summary>
internal static class ActionCommand
{
    public static async Task<int> RunAsync(AppHost host, CancellationToken cancellationToken)
    {
        var secrets = new[] { host.Variable("INPUT_API-KEY"), host.Variable(AppHost.KeyVariable), host.Variable("INPUT_GITHUB-TOKEN") };
        foreach (var secret in secrets.OfType<string>().Distinct())
            await host.Out.WriteLineAsync(WorkflowCommand.Mask(secret));
        var redactor = new Redactor(secrets);
        var log = new RunLog(host, redactor);
        try
        {
            var environment = GitHubEnvironment.Read(host);
            var payload = await EventPayload.ReadAsync(environment.EventPath);
            var inputs = ActionInputs.Read(host, environment.Workspace);
            using var github = new GitHubClient(environment.ApiUrl, environment.Repository, inputs.GitHubToken, host.Time);
            return await new ActionRun(new RunParts(host, environment, payload, inputs, github, redactor, log)).RunAsync(cancellationToken);
        }
        catch (UsageException e)
        {
            log.Note(e.Rule ?? GitHubRules.WrongInput, e.Message);
            return ExitCode.Usage;
        }
    }
}
