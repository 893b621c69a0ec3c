using System.Globalization;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>Requests to GitHub of a pull request's run and of a push's, for 1, 100 and 1,000 new images.</summary>
internal sealed class GitHubRequests(Programs programs) : IActionFigure
{
    public string Name => "requests";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var rows = new List<Row>();
        var first = 0;
        foreach (var images in new[] { 1, 100, 1000 })
        {
            await using var stage = await ActionStage.StartAsync(images);
            stage.Act(programs.Published, "pull_request");
            var pull = stage.GitHubRequests();
            stage.Act(programs.Published, "push");
            var push = stage.GitHubRequests();
            first = first == 0 ? pull + push : first;
            rows.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"GitHub requests, {images:N0} new images: pull request without a key : push that uploads"),
                pull.ToString(CultureInfo.InvariantCulture),
                push.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{pull + push - first:+0;-0;+0}"),
                "+0"));
        }

        return rows;
    }
}
