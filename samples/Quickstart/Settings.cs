using System.Reflection;

namespace Ideogram.Build.Quickstart;

/// <summary>What the command line asks for, and where the parts are.</summary>
/// <param name="Again">Whether a second push without changes is played.</param>
/// <param name="Port">The stand-ins' port; 0 for a free one.</param>
/// <param name="Ideogram">The address that the program is told for Ideogram, for a proxy in between; null for the stand-in's own.</param>
/// <param name="GitHub">The same for GitHub's API.</param>
/// <param name="Image">A container image of the action to run instead of the program.</param>
/// <param name="Page">Where the comment goes as an HTML page.</param>
/// <param name="Render">A comment's Markdown to write as that page instead of playing; null plays.</param>
internal sealed record Settings(bool Again, int Port, Uri? Ideogram, Uri? GitHub, string? Image, string Page, string? Render = null)
{
    public const string Usage = "usage: quickstart [--again] [--page FILE] [--port N] [--ideogram URL] [--github URL] [--image NAME] | --render "
        + "FILE.md [--page FILE]";

    public static string Program { get; } = Metadata("Program");

    public static string BrandKit { get; } = Path.Combine(Metadata("Samples"), "BrandKit");

    public static Settings? Parse(string[] args)
    {
        var settings = new Settings(false, 0, null, null, null, Path.Combine(Path.GetTempPath(), "ideogram-quickstart", "comment.html"));
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            if (args[i] == "--again")
            {
                settings = settings with { Again = true };
                continue;
            }

            if (value is null) return null;
            i++;
            switch (args[i - 1])
            {
                case "--page": settings = settings with { Page = Path.GetFullPath(value) }; break;
                case "--port" when int.TryParse(value, out var port): settings = settings with { Port = port }; break;
                case "--ideogram" when Uri.TryCreate(value, UriKind.Absolute, out var address): settings = settings with { Ideogram = address }; break;
                case "--github" when Uri.TryCreate(value, UriKind.Absolute, out var address): settings = settings with { GitHub = address }; break;
                case "--render" when File.Exists(value): settings = settings with { Render = value }; break;
                case "--image": settings = settings with { Image = value }; break;
                default: return null;
            }
        }

        return settings;
    }

    private static string Metadata(string key) =>
        typeof(Settings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
