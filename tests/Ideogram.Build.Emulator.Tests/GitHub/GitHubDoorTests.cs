using System.Net;
using Ideogram.Build.Emulator.GitHub;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.GitHub;

public sealed class GitHubDoorTests
{
    [Theory]
    [InlineData(null, "Requires authentication")]
    [InlineData("wrong", "Bad credentials")]
    public async Task A_missing_or_wrong_token_answers_401(string? token, string message)
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/git/trees/main", token: token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        ((string?)(await EmulatorFixture.BodyAsync(answer))["message"]).ShouldBe(message);
    }

    [Fact]
    public async Task A_workflows_token_may_not_ask_who_it_is_and_a_persons_may()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var workflow = await gitHub.SendAsync(HttpMethod.Get, "//user");
        using var person = await gitHub.SendAsync(HttpMethod.Get, "//user", token: "person");

        workflow.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)(await EmulatorFixture.BodyAsync(person))["login"]).ShouldBe("ann");
    }

    [Fact]
    public async Task A_request_without_a_user_agent_is_refused()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.EmulatorFixture.Client.DefaultRequestHeaders.UserAgent.Clear();

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/git/trees/main");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_answer_says_how_many_requests_remain()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var first = await gitHub.SendAsync(HttpMethod.Get, "//rate_limit");
        using var second = await gitHub.SendAsync(HttpMethod.Get, "//rate_limit");

        Header(first, "x-ratelimit-remaining").ShouldBe("4999");
        Header(second, "x-ratelimit-remaining").ShouldBe("4998");
    }

    [Fact]
    public async Task The_primary_limit_answers_the_next_requests_with_nothing_remaining()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.LimitGitHub(new GitHubRateLimit(Requests: 1));

        using var limited = await gitHub.SendAsync(HttpMethod.Get, "/pulls/7");
        using var next = await gitHub.SendAsync(HttpMethod.Get, "/pulls/7");

        limited.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Header(limited, "x-ratelimit-remaining").ShouldBe("0");
        long.Parse(Header(limited, "x-ratelimit-reset"), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        limited.Headers.RetryAfter.ShouldBeNull();
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(403, 3)]
    [InlineData(429, null)]
    public async Task The_secondary_limit_answers_either_status_with_or_without_retry_after(int status, int? retryAfter)
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.LimitGitHub(new GitHubRateLimit(1, Secondary: true, status, retryAfter));

        using var limited = await gitHub.SendAsync(HttpMethod.Get, "/pulls/7");

        ((int)limited.StatusCode).ShouldBe(status);
        (limited.Headers.RetryAfter?.Delta).ShouldBe(retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        Header(limited, "x-ratelimit-remaining").ShouldNotBe("0");
        ((string?)(await EmulatorFixture.BodyAsync(limited))["message"])!.ShouldContain("secondary rate limit");
    }

    [Fact]
    public async Task Requests_are_counted_by_route()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        await gitHub.GetAsync("/pulls/7");
        await gitHub.GetAsync("/git/trees/main?recursive=1");
        await gitHub.GetAsync("/git/trees/main");

        gitHub.Host.CountRequests("github-tree").ShouldBe(2);
        gitHub.Host.CountRequests().ShouldBe(3);
        gitHub.Host.ForgetRequests();
        gitHub.Host.CountRequests().ShouldBe(0);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
