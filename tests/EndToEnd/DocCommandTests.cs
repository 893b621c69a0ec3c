namespace EndToEnd;

/// <summary>Runs what the pages tell people to run: each <c>sh</c> block, in the order of its page.</summary>
public sealed class DocCommandTests(InstalledTool tool)
{
    /// <summary>Commands that are not run here, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["dotnet test"] = "it runs this test",
        ["bash .ci/run"] = "it runs this test",
        ["git rev-parse 'v0.1.0^'"] = "needs a release",
        ["git diff 'v0.1.0^' v0.1.0"] = "needs a release",
        ["image=$(git show v0.1.0:action.yml | sed -n 's|^  image: docker://||p')"] = "needs a release",
        ["gh attestation verify \"oci://$image\" --repo ideogram-build/ideogram-build --source-digest \"$(git rev-parse 'v0.1.0^')\""] = "needs a release",
        ["docker buildx imagetools inspect \"$image\" --format '{{ json .SBOM }}'"] = "needs a release",
        ["gh release download v0.1.0 --repo ideogram-build/ideogram-build --pattern '*linux-x64*' --pattern SHA256SUMS"] = "needs a release",
        ["sha256sum --check --ignore-missing SHA256SUMS"] = "needs a release",
        ["gh attestation verify ideogram-build-0.1.0-linux-x64.tar.gz --repo ideogram-build/ideogram-build"] = "needs a release",
        ["bash tests/Attacks/run.sh"] = ".ci/run runs it",
        ["dotnet publish action -c Release -r linux-x64"] = "a minute of both processors: .ci/run publishes for every platform",
        ["dotnet run --project samples/Quickstart"] = "QuickstartTests",
        ["dotnet pack src/Ideogram.Build.Tasks --output ~/.ideogram-build"] = "Tasks.Tests packs it for every test of ring 2",
        ["dotnet add Shop.csproj package Ideogram.Build"] = "Tasks.Tests runs it with the packed package",
        ["dotnet add Shop.csproj package Ideogram.Build --source ~/.ideogram-build"] = "Tasks.Tests runs it with the packed package",
        ["dotnet run -c Release --project tests/Benchmarks -- validation"] = "minutes, on a quiet machine",
        ["dotnet run -c Release --project tests/Benchmarks -- start"] = "minutes, on a quiet machine",
        ["docker run --rm --user \"$(id -u)\" -e IDEOGRAM_API_KEY -v \"$PWD:/repo\" -w /repo ghcr.io/ideogram-build/ideogram-build:0 upload"] =
            "needs a container engine: tests/Container/run.sh",
    };

    public static TheoryData<string> Pages => [.. MarkdownPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_of_a_page_works(string page)
    {
        using var repository = await NewRepository.CreateAsync();
        foreach (var command in Commands(page).Where(c => !Elsewhere.ContainsKey(c) && !InstalledTool.Commands.Contains(c)
            && !RehearsalTests.Commands.Contains(c)))
        {
            // What is the project's own runs in the checkout, as the pages say; the program runs in the user's repository.
            var folder = command.StartsWith("ideogram-build ", StringComparison.Ordinal) || command.StartsWith("git ", StringComparison.Ordinal)
                ? repository.Top
                : Checkout.Top;
            var (exit, output) = await tool.RunAsync(folder, command);
            exit.ShouldBe(0, $"{page}: {command}\n{output}");
        }
    }

    [Fact]
    public void What_is_not_run_here_stands_in_a_page() =>
        Elsewhere.Keys.Concat(InstalledTool.Commands).ShouldBeSubsetOf(MarkdownPages.All.SelectMany(Commands));

    [Fact]
    public void Commands_stand_in_sh_blocks() =>
        MarkdownPages.All.SelectMany(MarkdownPages.Blocks).Select(b => b.Language).Distinct().ShouldBeSubsetOf(["sh", "yaml", "xml", "json", "gitattributes"]);

    private static IEnumerable<string> Commands(string page) =>
        MarkdownPages.Blocks(page).Where(b => b.Language == "sh").SelectMany(b => b.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
