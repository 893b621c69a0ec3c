using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.GitHub;

namespace EndToEnd;

/// <summary>The rehearsals of the pages, against stand-ins at an address of their own.</summary>
public sealed class RehearsalTests(InstalledTool tool)
{
    private const string Key = "rehearsal";

    /// <summary>The commands of the rehearsals. The first of each is the stand-ins' own, which serve until they are stopped.</summary>
    internal static IReadOnlyList<string> Commands { get; } = [.. Rehearsal("docs/emulator.md"), .. Rehearsal("docs/enterprise.md")];

    [Fact]
    public async Task The_rehearsal_with_faults_meets_faults_and_uploads_all_the_same()
    {
        var commands = Rehearsal("docs/emulator.md");
        using var temp = new TemporaryFolder();
        await using var standIns = await EmulatorHost.StartAsync(
            new EmulatorOptions { StateFolder = temp.Path, ApiKey = Key, Faults = commands[0].Split('\'')[1] },
            TestContext.Current.CancellationToken);

        var (exit, output) = await tool.RunAsync(Checkout.Top, At(standIns, commands[1]));

        exit.ShouldBe(1, output);
        output.ShouldContain("Ideogram server error (Ideogram answered 504: an empty answer), trying again in");
        output.ShouldContain("The connection to Ideogram broke");
        output.ShouldContain("17 uploaded, 1 failed");
    }

    [Fact]
    public async Task The_rehearsal_with_an_own_repository_ends_with_the_comment()
    {
        using var repository = await NewRepository.CreateAsync();
        using var temp = new TemporaryFolder();
        var options = new EmulatorOptions
        {
            StateFolder = temp.PathOf("state"),
            ApiKey = Key,
            Repositories = new Dictionary<string, string>(StringComparer.Ordinal) { ["acme/brand"] = repository.Top },
            Tokens = [new GitHubToken(Key)],
        };
        await using var standIns = await EmulatorHost.StartAsync(options, TestContext.Current.CancellationToken);
        await tool.RunAsync(repository.Top, "git commit --quiet --allow-empty --message Begin; git switch --quiet --create images; ideogram-build init photos; "
            + "git add .; git commit --quiet --message Images");

        var script = string.Join('\n', Rehearsal("docs/enterprise.md").Skip(1));
        var (exit, output) = await tool.RunAsync(repository.Top, At(standIns, script).Replace("/tmp", temp.Path, StringComparison.Ordinal));

        exit.ShouldBe(0, output);
        output.ShouldContain("Ideogram: a merge uploads 10 images");
    }

    private static string At(EmulatorHost standIns, string command) =>
        command.Replace("http://127.0.0.1:5005", standIns.BaseAddress.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);

    // From the start of the stand-ins on: these are the last commands of that part of the page.
    private static List<string> Rehearsal(string page) =>
    [
        .. MarkdownPages.Blocks(page).Where(b => b.Language == "sh").SelectMany(b => b.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .SkipWhile(c => !c.StartsWith("dotnet run --project src/Ideogram.Build.Emulator ", StringComparison.Ordinal)),
    ];
}
