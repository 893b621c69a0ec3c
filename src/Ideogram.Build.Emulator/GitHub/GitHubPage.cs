using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A page of a list: 30 entries by default, at most 100, with GitHub's <c>Link</c> header.</summary>
internal sealed record GitHubPage(int Number, int Size)
{
    public static GitHubPage FromRequest(HttpRequest request) => new(Math.Max(1, Read(request, "page", 1)), Math.Clamp(Read(request, "per_page", 30), 1, 100));

    public IReadOnlyList<T> Cut<T>(IReadOnlyList<T> all, HttpContext context)
    {
        var last = (all.Count + Size - 1) / Size;
        var links = new List<string>();
        if (Number > 1)
            Add(Math.Min(Number - 1, Math.Max(1, last)), "prev");
        if (Number < last)
        {
            Add(Number + 1, "next");
            Add(last, "last");
        }

        if (Number > 1)
            Add(1, "first");
        if (links.Count > 0 && last > 1)
            context.Response.Headers.Link = string.Join(", ", links);

        return [.. all.Skip((int)Math.Min(int.MaxValue, (Number - 1L) * Size)).Take(Size)];

        void Add(int page, string relation) => links.Add($"<{Address(context.Request, page)}>; rel=\"{relation}\"");
    }

    private static string Address(HttpRequest request, int page)
    {
        var query = request.Query.Where(pair => pair.Key != "page")
            .Append(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create(query)}";
    }

    private static int Read(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
