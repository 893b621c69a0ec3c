using System.Globalization;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>Requests to GitHub of a run, for 1, 100 and 1,000 new images, against those of a run before plans were compared with their review.</summary>
internal sealed class GitHubRequests(Programs programs) : IActionFigure
{
    // Measured at the last commit before: for any number of images, and for both events.
    private const int Before = 5;
    private const int MaxMore = 2;

    public string Name => "requests";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var rows = new List<Row>();
        foreach (var images in new[] { 1, 100, 1000 })
        {
            await using var stage = await ActionStage.StartAsync(images);
            foreach (var (name, what) in new[] { ("pull_request", "pull request without a key"), ("push", "push that uploads the reviewed plan") })
            {
                stage.Act(programs.Published, name);
                var requests = stage.GitHubRequests();
                rows.Add(new(
                    string.Create(CultureInfo.InvariantCulture, $"GitHub requests, {images:N0} new images, {what} : before reviews"),
                    requests.ToString(CultureInfo.InvariantCulture),
                    Before.ToString(CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"{requests - Before:+0;-0;+0}"),
                    string.Create(CultureInfo.InvariantCulture, $"<= +{MaxMore}")));
            }
        }

        return rows;
    }
}
