using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Repository.Tests;

/// <summary>Links of the pages lead somewhere. Other people's pages are not asked: a test must not fail for their sake.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Own = ["https://github.com/ideogram-build/ideogram-build/blob/main/",
        "https://raw.githubusercontent.com/ideogram-build/ideogram-build/main/"];

    public static TheoryData<string> Pages => [.. MarkdownPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_of_a_page_lead_to_files_and_headings(string page) =>
        Link().Matches(Checkout.Read(page)).Select(m => m.Groups["target"].Value).Distinct().Select(target => Broken(page, target)).OfType<string>()
            .ShouldBeEmpty();

    [Fact]
    public void Addresses_that_the_program_gives_out_are_files_of_this_repository()
    {
        var addresses = new[] { "action", "src" }.SelectMany(f => Checkout.Files(f, "*.cs"))
            .SelectMany(f => Address().Matches(File.ReadAllText(f)).Select(m => m.Value)).Distinct().ToList();

        addresses.ShouldContain(Rule.HelpPage);
        addresses.Select(a => Broken("README.md", a)).OfType<string>().ShouldBeEmpty();
    }

    // Null if it leads somewhere.
    private static string? Broken(string page, string target)
    {
        var local = Own.FirstOrDefault(target.StartsWith) is { } own ? target[own.Length..] : target;
        if (local == target && target.Contains("://", StringComparison.Ordinal))
            return target.StartsWith("https://", StringComparison.Ordinal) ? null : target;
        var parts = local.Split('#', 2);
        var folder = local == target ? Path.GetDirectoryName(page)! : "";
        var file = parts[0].Length == 0 ? page : Path.Combine(folder, parts[0]);
        if (!File.Exists(Path.Combine(Checkout.Top, file)))
            return target;
        return parts.Length == 1 || Anchors(Checkout.Read(file)).Contains(parts[1]) ? null : target;
    }

    private static HashSet<string> Anchors(string page) =>
    [
        .. Anchor().Matches(page).Select(m => m.Groups["id"].Value),
        // As GitHub makes them: lower case, blanks to hyphens, no punctuation.
        .. Heading().Matches(page)
            .Select(m => string.Concat(m.Groups["title"].Value.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'))),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"https://(github\.com/ideogram-build/ideogram-build/blob|raw\.githubusercontent\.com/ideogram-build/ideogram-build)/main/[\w./#-]*\w",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Address();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Anchor();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Heading();
}
