namespace EndToEnd;

/// <summary>The README's first command, as a new user runs it.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task A_pull_request_and_its_merge_upload_17_and_report_one_refusal()
    {
        var (exit, lines) = await PlayAsync();

        exit.ShouldBe(0);
        lines[^1].ShouldMatch("^quickstart: 17 uploaded, 1 failed, 0 unchanged, comment http://127\\.0\\.0\\.1:[0-9]+/acme/brand/pull/1#issuecomment-[0-9]+$");
    }

    [Fact]
    public async Task A_second_push_sends_nothing_that_is_there_and_updates_the_one_comment()
    {
        var (exit, lines) = await PlayAsync("--again");

        exit.ShouldBe(0);
        lines[^1].ShouldStartWith("quickstart: 0 uploaded, 1 failed, 17 unchanged, comment http");
    }

    private static async Task<(int Exit, List<string> Lines)> PlayAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ideogram-page-");
        var page = Path.Combine(folder.FullName, "comment.html");
        var program = Path.Combine(Checkout.Top, "samples", "Quickstart", "bin", Checkout.Configuration, "net10.0", "quickstart.dll");
        var (exit, output) = await TestProcess.RunAsync(folder.FullName, new Dictionary<string, string>(StringComparer.Ordinal), "dotnet",
            [program, .. arguments, "--page", page]);
        (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).ShouldContain("data:image/");
        folder.Delete(recursive: true);
        return (exit, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }
}
