using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Tests.Api;

public sealed class RedactorTests
{
    private const string Secret = "k/Ey+9=a&b\"c<d>#e@f%2é";

    private readonly Redactor _redactor = new(Secret);

    public static TheoryData<string> Spellings =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        Uri.EscapeDataString(Secret).ToLowerInvariant().Replace("ey", "Ey", StringComparison.Ordinal),
        Uri.EscapeDataString(Uri.EscapeDataString(Secret)),
        string.Concat(Encoding.UTF8.GetBytes(Secret).Select(b => $"%{b:x2}")),
        Secret.Replace("/", "%2F", StringComparison.Ordinal),
        Secret.Replace("E", "%45", StringComparison.Ordinal).Replace("+", "&plus;", StringComparison.Ordinal).Replace("b", "\\u0062", StringComparison.Ordinal),
        WebUtility.UrlEncode(Secret),
        WebUtility.HtmlEncode(Secret),
        WebUtility.HtmlEncode(WebUtility.HtmlEncode(Secret)),
        string.Concat(Secret.Select(c => $"&#{(int)c};")),
        string.Concat(Secret.Select(c => $"&#{(int)c:D6}")),
        string.Concat(Secret.Select(c => $"&#X{(int)c:X4};")),
        WebUtility.UrlEncode(string.Concat(Secret.Select(c => $"&#x{(int)c:x};"))),
        JsonSerializer.Serialize(Secret)[1..^1],
        JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)[1..^1])[1..^1],
        string.Concat(Secret.Select(c => $"\\u{(int)c:x4}")),
        string.Concat(Secret.Select(c => $"\\u{(int)c:X4}")),
        Secret.Replace("/", "\\/", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        string.Concat(Encoding.UTF8.GetBytes(Secret).Take(21).Select(b => $"\\x{b:x2}")) + "\\xe9",
        Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_secret_is_found_in_every_spelling(string spelled)
    {
        _redactor.Clean($"before {spelled} after").ShouldBe("before *** after");
        _redactor.Clean($"%2\\u00&#{spelled}").ShouldEndWith("***");
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("bo")]
    [InlineData("bob:")]
    [InlineData("{\"key\":\"")]
    public void A_secret_is_found_inside_base64_wherever_it_begins(string before)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Secret}, and more"));
        foreach (var spelled in new[]
        {
            base64, base64.Replace('+', '-').Replace('/', '_').TrimEnd('='), Uri.EscapeDataString(base64), JsonSerializer.Serialize(base64),
                base64.Replace("/", "\\/", StringComparison.Ordinal),
            string.Join("\r\n", base64.Chunk(10).Select(c => new string(c))),
        })
        {
            var clean = _redactor.Clean(spelled);

            clean.ShouldContain("***");
            Known(clean).ShouldBeLessThan(4);
        }

        // How many letters of the secret's own base64 are still there in one piece.
        int Known(string text)
        {
            var own = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Secret}"))[((before.Length * 8 / 6) + 1)..];
            return Enumerable.Range(4, 8)
                .LastOrDefault(n => Enumerable.Range(0, own.Length - n).Any(i => text.Contains(own.Substring(i, n), StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("k/Ey+9…", "***…")]
    [InlineData("k%2FEy%2…", "***%2…")]
    [InlineData("k\\/Ey\\u00…", "***\\u00…")]
    [InlineData("k/E…", "k/E…")]
    public void A_secret_that_was_cut_short_is_one_too(string text, string clean) => _redactor.Clean(text).ShouldBe(clean);

    [Fact]
    public void A_blank_in_a_password_may_be_a_plus() => new Redactor("my pass word").Clean("my+pass%20word my+pass+word").ShouldBe("*** ***");

    [Theory]
    [InlineData("k")]
    [InlineData("short")]
    public void A_short_secret_is_not_looked_for(string secret)
    {
        var redactor = new Redactor(secret, null, " ");

        redactor.IsBlind.ShouldBeTrue();
        redactor.Secrets.ShouldBeEmpty();
        redactor.Clean($"ok {secret}").ShouldBe($"ok {secret}");
        new Redactor("secret").Clean("a secret").ShouldBe("a ***");
        new Redactor("secret", null).IsBlind.ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://bob:hunter2@proxy:3128/", "http://***@proxy:3128/")]
    [InlineData("the proxy 'http://bob:hunt%40er2@127.0.0.1:3128/' failed", "the proxy 'http://***@127.0.0.1:3128/' failed")]
    [InlineData("https://ghp_token@github.com/a/b and http://u:p@[::1]/", "https://***@github.com/a/b and http://***@[::1]/")]
    [InlineData("https:\\/\\/bob:pw@host\\/", "https:\\/\\/***@host\\/")]
    [InlineData("?next=https%3A%2F%2Fbob%3Apw%40host%2F", "?next=https%3A%2F%2F***@host%2F")]
    [InlineData("&quot;https:&#x2F;&#x2F;bob:pw&#64;host&quot;", "&quot;https:&#x2F;&#x2F;***@host&quot;")]
    [InlineData("socks5://b@d:p@w@host", "socks5://***@host")]
    [InlineData("https://example.com/@user?q=a@b", "https://example.com/@user?q=a@b")]
    [InlineData("mail a@b.c: see https://b.c", "mail a@b.c: see https://b.c")]
    [InlineData("{\"a\":\"http://x\",\"b\":\"c@d\"}", "{\"a\":\"http://x\",\"b\":\"c@d\"}")]
    public void No_address_says_who_it_is_opened_as(string text, string clean) => new Redactor().Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("http://bob:hun%2Fter2@proxy:3128", "hun%2Fter2", "hun/ter2")]
    [InlineData("bob:hun/t@er2@proxy:3128", "hun/t@er2", "hun/t@er2")]
    [InlineData("https://ghp_token@github.com", "ghp_token", "ghp_token")]
    public void The_password_of_an_address_is_a_secret_itself(string address, string raw, string unescaped) => UserInfo.Secrets(address)
        .ShouldBe([raw, unescaped]);

    [Fact]
    public void An_address_without_user_info_holds_no_secret() => UserInfo.Secrets("http://proxy:3128").ShouldBeEmpty();

    [Theory]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("%25")]
    [InlineData("\\u0026")]
    [InlineData("%C3")]
    [InlineData("://")]
    [InlineData("%3A%2F%2F")]
    [InlineData("k")]
    [InlineData("k/Ey+")]
    [InlineData("://a@")]
    public void A_text_of_beginnings_alone_costs_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var redactor = new Redactor(Secret, "attack-key-93d1c06b5e", new string('k', 2_000));
        var watch = Stopwatch.StartNew();

        redactor.Clean(text);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
