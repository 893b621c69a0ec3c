namespace EndToEnd;

/// <summary>Runs what the pages tell people to run: each <c>sh</c> block, in the order of its page.</summary>
public sealed class DocCommandTests(InstalledTool tool)
{
    /// <summary>Commands that are not run here, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["dotnet test"] = "it runs this test",
        ["bash .ci/run"] = "it runs this test",
        ["dotnet run --project samples/Quickstart"] = "QuickstartTests",
        ["dotnet pack src/Ideogram.Build.Tasks --output ~/.ideogram-build"] = "Tasks.Tests packs it for every test of ring 2",
        ["dotnet add package Ideogram.Build"] = "Tasks.Tests builds projects that refer to it",
        ["dotnet run -c Release --project tests/Benchmarks -- validation"] = "minutes, on a quiet machine",
        ["dotnet run --project src/Ideogram.Build.Emulator -- --state /tmp/state --api-key rehearsal --faults 'random:seed=1,rate=0.2'"] = "serves until it is stopped: Emulator.Tests start it",
        ["IDEOGRAM_API_KEY=rehearsal dotnet run --project action -- upload --api-url http://127.0.0.1:5005 path/to/ideogram.yml"] = "needs the line before it: Chaos uploads under faults",
        ["docker run --rm --user \"$(id -u)\" -e IDEOGRAM_API_KEY -v \"$PWD:/repo\" -w /repo ghcr.io/ideogram-build/ideogram-build:0 upload"] = "needs a container engine: tests/Container/run.sh",
    };

    public static TheoryData<string> Pages => [.. MarkdownPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_of_a_page_works(string page)
    {
        using var repository = await NewRepository.CreateAsync();
        var shims = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(repository.Top)!, "shims")).FullName;
        var home = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(repository.Top)!, "home")).FullName;
        WriteShims(shims, home);
        var environment = new Dictionary<string, string>(tool.Environment, StringComparer.Ordinal) { ["HOME"] = home, ["PATH"] = $"{shims}:{Environment.GetEnvironmentVariable("PATH")}" };

        foreach (var command in MarkdownPages.Blocks(page).Where(b => b.Language == "sh").SelectMany(b => b.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(c => !Elsewhere.ContainsKey(c)))
        {
            // What is the project's own runs in the checkout, as the pages say; the program runs in the user's repository.
            var folder = command.StartsWith("ideogram-build ", StringComparison.Ordinal) ? repository.Top : Checkout.Top;
            var (exit, output) = await Shell.RunAsync(folder, environment, "bash", "-euc", command);
            exit.ShouldBe(0, $"{page}: {command}\n{output}");
        }
    }

    [Fact]
    public void Commands_stand_in_sh_blocks_and_each_exception_is_in_a_page()
    {
        var blocks = MarkdownPages.All.SelectMany(MarkdownPages.Blocks).ToList();

        blocks.Select(b => b.Language).Distinct().ShouldBeSubsetOf(["sh", "yaml", "xml", "json"]);
        var commands = blocks.Where(b => b.Language == "sh").SelectMany(b => b.Text.Split('\n')).ToList();
        Elsewhere.Keys.ShouldBeSubsetOf(commands);
    }

    // The commands as they are written, without building again what these tests were just built with, and with Ideogram's stand-in for Ideogram.
    private void WriteShims(string folder, string home)
    {
        Script("dotnet", $"""
            case "$1" in
              run | pack) command=$1; shift; exec "{tool.Environment["DOTNET_ROOT"]}/dotnet" "$command" --no-build --configuration {Checkout.Configuration} "$@" ;;
              *) exec "{tool.Environment["DOTNET_ROOT"]}/dotnet" "$@" ;;
            esac
            """);
        Script("ideogram-build", $"""
            program={home}/.dotnet/tools/ideogram-build
            [ -x "$program" ] || program={tool.Folder}/ideogram-build
            case "$1" in
              plan | upload | preview | doctor) exec "$program" "$@" --api-url {tool.Ideogram.BaseAddress} ;;
              *) exec "$program" "$@" ;;
            esac
            """);

        void Script(string name, string text)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, $"#!/bin/sh\n{text.ReplaceLineEndings("\n")}\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
