using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>Whether Ideogram takes the key, and what it shows for it. Reads two lists.</summary>
internal sealed class KeyCheckup(AppHost host, Redactor redactor, Uri address)
{
    // Somebody sits in front of it: no patience for a server that is down.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        if (host.Variable(AppHost.KeyVariable) is not { } key)
        {
            return new Finding(FindingState.Unknown, "Key", $"{AppHost.KeyVariable} is not set here, so Ideogram was not asked.")
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
            return new Finding(FindingState.Good, "Key", $"Ideogram at {address.Authority} takes it, and shows "
                + $"{ReportText.Count(datasets.Count, "dataset")} and {ReportText.Count(models.Count, "model")} of its account.");
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
