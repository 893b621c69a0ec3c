using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ideogram.Build.Repository.Tests;

/// <summary>The arrows between rooms, and between the steps inside a room, only point the way that the design allows.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] TopLevel =
    [
        "src", "tests", "action", "tool", "docs", "samples", "Ideogram.Build.sln", "action.yml", "Dockerfile", "README.md", "CHANGELOG.md", "LICENSE",
            "SECURITY.md",
        "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
    ];

    public static TheoryData<string> Rooms => [.. Room.All.Select(r => r.Folder)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_what_it_may(string folder)
    {
        var room = Room.All.Single(r => r.Folder == folder);
        var project = XDocument.Load(Checkout.Files(folder, "*.csproj").Single());

        project.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value)).ShouldBeSubsetOf(room.Projects);
        project.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "PackageDownload").Select(e => e.Attribute("Include")!.Value)
            .ShouldBeSubsetOf(room.Packages);
        project.Descendants("HintPath").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_what_it_may(string folder)
    {
        var room = Room.All.Single(r => r.Folder == folder);
        var wrong = from file in Checkout.Files(folder, "*.cs")
                    from used in Usings(file)
                    where !IsBelow(used, "System") && !IsBelow(used, room.Namespace) && !room.Namespaces.Any(n => IsBelow(used, n))
                    select $"{Path.GetRelativePath(Checkout.Top, file)}: {used}";

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Inside_a_room_a_step_uses_only_the_steps_before_it(string folder)
    {
        var room = Room.All.Single(r => r.Folder == folder);
        var wrong = from step in room.Steps
                    from file in Directory.Exists(Path.Combine(Checkout.Top, folder, step)) ? Checkout.Files(Path.Combine(folder, step), "*.cs") : []
                    from used in Usings(file)
                    from later in room.Steps.SkipWhile(s => s != step).Skip(1)
                    where IsBelow(used, $"{room.Namespace}.{later}")
                    select $"{Path.GetRelativePath(Checkout.Top, file)}: {used}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_two_folders_of_the_program_need_each_other()
    {
        var arrows = (from file in Checkout.Files("action", "*.cs")
                      let own = Path.GetRelativePath(Path.Combine(Checkout.Top, "action"), Path.GetDirectoryName(file)!).Replace('/', '.')
                      from used in Usings(file).Where(u => IsBelow(u, "Ideogram.Build.Cli."[..^1]))
                      let other = used["Ideogram.Build.Cli".Length..].TrimStart('.')
                      where other != own && other.Length > 0
                      select (From: own, To: other)).ToHashSet();

        arrows.Count.ShouldBeGreaterThan(10);
        arrows.Where(a => arrows.Contains((a.To, a.From))).ShouldBeEmpty();
    }

    // The table, the list of members, and each format's own reader: docs/contributing.md tells people the same.
    [Fact]
    public void Three_places_know_an_image_format()
    {
        string[] allowed = ["ImageFormats.cs", "ImageFormat.cs", "JpegStructure.cs", "PngStructure.cs", "WebPStructure.cs"];
        var others = from room in Room.All
                     where room.Namespace != "Ideogram.Build.Emulator"
                     from file in Checkout.Files(room.Folder, "*.cs")
                     where !allowed.Contains(Path.GetFileName(file), StringComparer.Ordinal) && FormatOfItsOwn().IsMatch(File.ReadAllText(file))
                     select Path.GetRelativePath(Checkout.Top, file);

        others.ShouldBeEmpty();
    }

    [Fact]
    public void The_datasets_know_no_network_and_the_sync_knows_no_github()
    {
        foreach (var file in Checkout.Files("src/Ideogram.Build.Datasets", "*.cs"))
            File.ReadAllText(file).ShouldNotContain("System.Net.Http", customMessage: file);
        foreach (var file in Checkout.Files("src/Ideogram.Build.Sync", "*.cs")) File.ReadAllText(file).ShouldNotContain("GITHUB_", customMessage: file);
    }

    // Elsewhere the analyzer says no: src/BannedSymbols.Files.txt.
    [Fact]
    public void Only_the_writer_the_reader_and_the_runner_s_own_files_may_open_files_as_they_like()
    {
        Checkout.Read("src/BannedSymbols.Files.txt").ShouldContain("M:System.IO.File.WriteAllText(System.String,System.String);");
        Checkout.Read("Directory.Build.props").ShouldContain("src/BannedSymbols.Files.txt");
        string[] allowed = ["FileWriter.cs", "FileReader.cs", "RunnerFiles.cs"];
        string[] words = ["FileMode.", "File.Write", "File.Append", "File.Move", "File.Replace", "CreateDirectory(", "new StreamWriter("];
        foreach (var room in Room.All.Where(r => r.Namespace != "Ideogram.Build.Emulator"))
        {
            foreach (var file in Checkout.Files(room.Folder, "*.cs").Where(f => !allowed.Contains(Path.GetFileName(f), StringComparer.Ordinal)))
                words.Where(w => Regex.IsMatch(File.ReadAllText(file), $@"(?<!\w){Regex.Escape(w)}(?!r\.)", RegexOptions.None, TimeSpan.FromSeconds(5)))
                    .ShouldBeEmpty(file);
        }
    }

    // Counted in bytes, as awk does: a character may be more. Every file counts, not only those of C#.
    [Fact]
    public void Lines_hold_at_most_160_columns()
    {
        string[] folders = ["src", "action", "tests"];
        var wide = from file in folders.SelectMany(f => Checkout.Files(f, "*")).Concat(Checkout.Files("samples", "*.cs"))
                   where Path.GetExtension(file) != ".png"
                   from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
                   where Encoding.UTF8.GetByteCount(line.Text) > 160
                   select $"{Path.GetRelativePath(Checkout.Top, file)}:{line.Number}";

        wide.ShouldBeEmpty();
    }

    [Fact]
    public void Separators_are_replaced_in_one_place()
    {
        foreach (var file in Room.All.Where(r => r.Namespace != "Ideogram.Build.Emulator").SelectMany(r => Checkout.Files(r.Folder, "*.cs"))
            .Where(f => Path.GetFileName(f) != "RepositoryPath.cs"))
        {
            File.ReadAllText(file).ShouldNotContain("Replace('\\\\', '/')", customMessage: file);
            File.ReadAllText(file).ShouldNotContain("DirectorySeparatorChar, '/'", customMessage: file);
        }
    }

    [Theory]
    [InlineData("UriSchemeHttp\\b", "SecureAddress.cs")]
    [InlineData("\"\\.git\"", "RepositoryRoot.cs", "FolderListing.cs", "GitTop.cs", "ReportFinder.cs")]
    [InlineData("(is|==) Change\\.New or|not \\(Change\\.Unchanged", "Change.cs")]
    public void A_fact_has_one_home(string fact, params string[] homes)
    {
        var others = from room in Room.All
                     where room.Namespace != "Ideogram.Build.Emulator"
                     from file in Checkout.Files(room.Folder, "*.cs")
                     where !homes.Contains(Path.GetFileName(file), StringComparer.Ordinal)
                     where Regex.IsMatch(File.ReadAllText(file), fact, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                     select Path.GetRelativePath(Checkout.Top, file);

        others.ShouldBeEmpty();
    }

    [Fact]
    public void Only_three_folders_use_types_of_GitHub()
    {
        string[] allowed = ["GitHub", "PullRequests", "ActionRuns"];
        var users = from file in Checkout.Files("action", "*.cs")
                    let folder = Path.GetRelativePath(Path.Combine(Checkout.Top, "action"), file).Split(Path.DirectorySeparatorChar)[0]
                    where !allowed.Contains(folder, StringComparer.Ordinal)
                    where Usings(file).Any(u => IsBelow(u, "Ideogram.Build.Cli.GitHub")) || QualifiedGitHub().IsMatch(File.ReadAllText(file))
                    select Path.GetRelativePath(Checkout.Top, file);

        users.ShouldBeEmpty();
    }

    [Fact]
    public void Octokit_is_named_in_the_folder_of_GitHub_only()
    {
        var users = Checkout.Files("action", "*.cs").Where(f => Usings(f).Any(u => IsBelow(u, "Octokit")) || File.ReadAllText(f)
            .Contains("Octokit.", StringComparison.Ordinal));

        users.Select(f => Path.GetRelativePath(Checkout.Top, Path.GetDirectoryName(f)!).Replace('\\', '/')).Distinct().ShouldBe(["action/GitHub"]);
    }

    [Fact]
    public void The_top_level_holds_the_rooms_and_the_usual_files() =>
        Directory.EnumerateFileSystemEntries(Checkout.Top).Select(p => Path.GetFileName(p)!)
            .Where(n => n[0] != '.' && n is not ("out" or "artifacts" or "TestResults")).ShouldBeSubsetOf(TopLevel);

    // MonoSmoke runs under Mono, by its script.
    [Fact]
    public void Every_project_but_the_one_for_mono_is_in_the_solution()
    {
        var solution = Checkout.Read("Ideogram.Build.sln").Replace('\\', '/');
        foreach (var project in new[] { "src", "tests", "action", "samples" }.SelectMany(f => Checkout.Files(f, "*.csproj"))
            .Where(p => Path.GetFileName(p) != "MonoSmoke.csproj"))
            solution.ShouldContain(Path.GetRelativePath(Checkout.Top, project).Replace('\\', '/'));
    }

    private static IEnumerable<string> Usings(string file) => UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value);

    private static bool IsBelow(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    [GeneratedRegex("""ImageFormat\.(Jpeg|Png|WebP)|"\.(jpg|jpeg|png|webp)"|image/(jpeg|png|webp)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FormatOfItsOwn();

    [GeneratedRegex(@"(?<![\w./])(Cli\.)?GitHub\.[A-Z]\w+|(?<!\w)IGitHub(?!\w)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex QualifiedGitHub();

    [GeneratedRegex(@"^(global )?using (static )?(\w+ = )?(?<name>[A-Z][\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UsingLine();
}
