using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.GitHub;

public sealed class GitDataTests
{
    [Fact]
    public async Task A_recursive_tree_lists_files_with_their_size_and_folders_without()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var tree = await gitHub.GetAsync($"/git/trees/{gitHub.Repository.BaseSha}?recursive=1");

        Paths(tree).ShouldBe(["ideogram.yml", "photos", "photos/moved.png", "photos/old.png"]);
        tree["tree"]![1]!.AsObject().ContainsKey("size").ShouldBeFalse();
        ((int)tree["tree"]![2]!["size"]!).ShouldBe(TestImages.Png(seed: 2).Length);
        ((string?)tree["tree"]![2]!["sha"]).ShouldBe(gitHub.Repository.Git("rev-parse", $"{gitHub.Repository.BaseSha}:photos/moved.png"));
        ((bool)tree["truncated"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_tree_over_the_limit_is_cut_off_and_says_so()
    {
        await using var gitHub = await GitHubStage.OpenAsync(options => options with { MaxTreeEntries = 2 });

        var tree = await gitHub.GetAsync("/git/trees/main?recursive=1");

        Paths(tree).Length.ShouldBe(2);
        ((bool)tree["truncated"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_tree_that_is_not_recursive_stops_at_folders()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        Paths(await gitHub.GetAsync("/git/trees/main")).ShouldBe(["ideogram.yml", "photos"]);
    }

    [Fact]
    public async Task A_blob_comes_in_base64_broken_into_lines()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        var sha = gitHub.Repository.Git("rev-parse", "main:photos/new one.png");

        var blob = await gitHub.GetAsync($"/git/blobs/{sha}");

        var content = (string)blob["content"]!;
        content.Split('\n')[0].Length.ShouldBe(60);
        Convert.FromBase64String(content).ShouldBe(TestImages.Png(seed: 3));
        ((string?)blob["encoding"]).ShouldBe("base64");
    }

    [Theory]
    [InlineData("/git/ref/heads/feature/more")]
    [InlineData("/git/ref/heads/feature%2Fmore")]
    public async Task A_branch_with_a_slash_in_its_name_is_found(string path)
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var reference = await gitHub.GetAsync(path);

        ((string?)reference["object"]!["sha"]).ShouldBe(gitHub.Repository.HeadSha);
        ((string?)reference["ref"]).ShouldBe("refs/heads/feature/more");
        ((string?)(await gitHub.GetAsync("/branches/feature/more"))["commit"]!["sha"]).ShouldBe(gitHub.Repository.HeadSha);
    }

    [Fact]
    public async Task A_commit_shows_its_message_parent_and_files()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var commit = await gitHub.GetAsync("/commits/main");

        ((string?)commit["sha"]).ShouldBe(gitHub.Repository.MergeSha);
        ((string?)commit["commit"]!["message"]).ShouldBe("More (#7)");
        ((string?)commit["parents"]![0]!["sha"]).ShouldBe(gitHub.Repository.BaseSha);
        commit["files"]!.AsArray().Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_comparison_counts_from_where_both_parted()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var comparison = await gitHub.GetAsync("/compare/main...feature/more");

        ((string?)comparison["status"]).ShouldBe("diverged");
        ((string?)comparison["merge_base_commit"]!["sha"]).ShouldBe(gitHub.Repository.BaseSha);
        ((int)comparison["ahead_by"]!).ShouldBe(1);
        comparison["files"]!.AsArray().Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_file_and_a_folder_are_shown_by_their_path()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var file = await gitHub.GetAsync($"/contents/ideogram.yml?ref={gitHub.Repository.BaseSha}");
        var folder = await gitHub.GetAsync("/contents/photos");

        Encoding.UTF8.GetString(Convert.FromBase64String((string)file["content"]!)).ShouldBe("name: Acme\n");
        folder.AsArray().Select(entry => (string?)entry!["path"]).ShouldBe(["photos/new one.png", "photos/renamed.png"]);
    }

    [Theory]
    [InlineData("/git/trees/0000000000000000000000000000000000000000")]
    [InlineData("/git/trees/--help")]
    [InlineData("/git/blobs/main")]
    [InlineData("/git/ref/heads/none")]
    [InlineData("/branches/none")]
    [InlineData("/contents/none")]
    [InlineData("/contents/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/compare/main...none")]
    [InlineData("/no/such/call")]
    public async Task What_is_not_there_answers_404(string path)
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(HttpMethod.Get, path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((string?)(await EmulatorFixture.BodyAsync(answer))["message"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_repository_that_was_not_added_answers_404()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        (await gitHub.StatusAsync("//repos/acme/other/git/trees/main")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_thumbnail_is_the_files_bytes_without_a_token()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        var address = new Uri(gitHub.Host.BaseAddress, $"/{GitHubStage.Name}/blob/{gitHub.Repository.HeadSha}/photos/new%20one.png?raw=true");
        using var browser = new HttpClient();

        using var answer = await browser.GetAsync(address, EmulatorFixture.Cancelled);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await answer.Content.ReadAsByteArrayAsync(EmulatorFixture.Cancelled)).ShouldBe(TestImages.Png(seed: 3));
    }

    private static string?[] Paths(JsonNode tree) => [.. tree["tree"]!.AsArray().Select(entry => (string?)entry!["path"])];
}
