using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands;

/// <summary>A dataset or model as a person names it: by its exact name, or by its id.</summary>
/// <param name="text">What the person wrote.</param>
/// <param name="kind">What it is: "dataset" or "model".</param>
internal sealed class NameOrId(string text, string kind)
{
    /// <summary>Gets the one that is meant: the only one of that name, else the one of that id.</summary>
    /// <param name="listed">What the account has, or what of it has such a name.</param>
    /// <param name="of">Its id and its name.</param>
    /// <param name="get">Gets one by its id.</param>
    /// <exception cref="UsageException">There is none, or several have the name.</exception>
    public async Task<TDetails> GetAsync<TListed, TDetails>(
        IReadOnlyList<TListed> listed, Func<TListed, (string Id, string Name)> of, Func<string, Task<TDetails>> get)
    {
        var ids = listed.Select(of).Where(l => string.Equals(l.Name, text, StringComparison.Ordinal)).Select(l => l.Id).ToList();
        if (ids.Count > 1)
        {
            throw new UsageException($"{ReportText.Count(ids.Count, kind)} are called {MessageText.Quote(text)}. Give the id of the right one: "
                + $"{string.Join(", ", ids.Select(i => MessageText.OneLine(i, 80)))}.");
        }

        try
        {
            return await get(ids.Count == 1 ? ids[0] : text);
        }
        catch (IdeogramException e) when (e.ApiFault.Kind == ApiFaultKind.NotFound)
        {
            throw new UsageException($"No {kind} has the name or id {MessageText.Quote(text)}. 'ideogram-build {kind}s' lists those of the key's account.");
        }
    }
}
