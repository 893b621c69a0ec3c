using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>The addresses in GitHub's answers, on the host that the client itself used.</summary>
internal sealed record Links(string Server)
{
    public string Api => $"{Server}/api/v3";

    public static Links FromRequest(HttpRequest request) => new($"{request.Scheme}://{request.Host}");

    public string Repository(string fullName) => $"{Api}/repos/{fullName}";

    public string Page(string fullName) => $"{Server}/{fullName}";

    /// <summary>A path as one segment, slashes escaped too: so GitHub links files.</summary>
    public static string Escape(string path) => Uri.EscapeDataString(path);

    /// <summary>A time as GitHub writes it, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } some ? Time(some) : null;

    /// <summary>An opaque identifier, as <c>node_id</c> is.</summary>
    public static string NodeId(string kind, string key) => $"{kind}_{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key))}";

    /// <summary>A number that is always the same for a name.</summary>
    public static long IdOf(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
            hash = (hash ^ char.ToUpperInvariant(c)) * 1099511628211UL;
        return (long)(hash % 900_000_000) + 1000;
    }
}
