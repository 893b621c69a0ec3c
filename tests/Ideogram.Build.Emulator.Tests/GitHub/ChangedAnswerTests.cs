using System.Net;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.GitHub;

/// <summary>Renames, and answers that a client does not know yet.</summary>
public sealed class ChangedAnswerTests
{
    [Fact]
    public async Task A_former_name_leads_to_the_repository_by_its_number_and_keeps_the_method()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.RenameRepository("acme/former", GitHubStage.Name);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Add("User-Agent", "tests");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer writes");

        using var read = await client.GetAsync(new Uri($"{gitHub.Host.GitHubApi}/repos/acme/former/git/trees/main?recursive=1"), EmulatorFixture.Cancelled);
        using var written = await client.PostAsync(new Uri($"{gitHub.Host.GitHubApi}/repos/acme/former/issues/7/comments"), null, EmulatorFixture.Cancelled);
        using var followed = await client.GetAsync(read.Headers.Location, EmulatorFixture.Cancelled);

        (read.StatusCode, written.StatusCode, followed.StatusCode)
            .ShouldBe((HttpStatusCode.MovedPermanently, HttpStatusCode.TemporaryRedirect, HttpStatusCode.OK));
        read.Headers.Location!.PathAndQuery.ShouldMatch(@"^/api/v3/repositories/\d+/git/trees/main\?recursive=1$");
    }

    [Fact]
    public async Task A_member_holds_another_value_and_a_new_one_appears()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.SetFaults("member:name=visibility,value=limited,route=github-pull;member:name=number,value=5000000000,beside=More,route=github-pull;"
            + "member:name=unheard_of,value=x,add=yes,route=github-pull");

        var pull = await gitHub.GetAsync("/pulls/7");

        ((string?)pull["base"]!["repo"]!["visibility"]).ShouldBe("limited");
        ((long)pull["number"]!).ShouldBe(5_000_000_000);
        ((string?)pull["user"]!["unheard_of"]).ShouldBe("x");
    }

    [Fact]
    public async Task A_link_says_that_the_next_page_is_elsewhere()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.SetFaults("link:to=http://127.0.0.1:1/next,route=github-pulls");

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/pulls");

        answer.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldBe("<http://127.0.0.1:1/next>; rel=\"next\"");
    }
}
