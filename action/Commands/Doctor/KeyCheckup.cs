using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>Whether Ideogram accepts the key, and what it shows for it. Reads two lists.</summary>
internal sealed class KeyCheckup(AppHost host, Redactor redactor, Uri address)
{
    // A person is waiting: no retries for a server that is down.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        if (host.Variable(AppHost.KeyVariable) is not { } key)
        {
            return new Finding(FindingState.Unknown, "Key", $"{AppHost.KeyVariable} is not set here, so Ideogram was not queried.")
            {
                Next = $"To plan or upload from here, set {AppHost.KeyVariable} to a key of your Ideogram account. The workflow has its own: "
                    + "the repository's secret.",
            };
        }

        using var client = new IdeogramClient(new IdeogramClientOptions(key)
        {
            BaseAddress = address,
            Redactor = redactor,
            Patience = Patience,
            ConnectPatience = Patience
        }, host.Time);
        try
        {
            var datasets = await client.ListDatasetsAsync("", cancellationToken);
            var models = await client.ListModelsAsync(cancellationToken);
            return new Finding(FindingState.Good, "Key", $"Ideogram at {address.Authority} accepts it; its account has "
                + $"{ReportText.Count(datasets.Count, "dataset")} and {ReportText.Count(models.Count, "model")}.");
        }
        catch (IdeogramException e)
        {
            return new Finding(FindingState.Wrong, "Key", $"{e.ApiFault.Treatment.Rule.Code}: {e.ApiFault.Treatment.Rule.Title} ({e.ApiFault.Text}).")
            {
                Next = e.ApiFault.Advice,
                ExitCode = Output.ExitCode.IsOutOfReach(e.ApiFault.Treatment.Rule.Code) ? Output.ExitCode.Ideogram : Output.ExitCode.Failure,
            };
        }
    }
}
