using System.CommandLine;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands;

/// <summary>Where Ideogram is, and how patiently it is asked.</summary>
/// <param name="Url">Ideogram's address; null for the public one.</param>
/// <param name="Patience">How long a request is tried again while the trouble may pass; null for the default.</param>
internal sealed record ApiOptions(string? Url, TimeSpan? Patience)
{
    /// <summary>What a client needs, with the key of the environment.</summary>
    /// <exception cref="UsageException">There is no key, or the address is wrong.</exception>
    public IdeogramClientOptions Client(AppHost host, Redactor redactor)
    {
        var key = host.Variable(AppHost.KeyVariable)
            ?? throw new UsageException($"Set the environment variable {AppHost.KeyVariable} to your Ideogram key. "
                + "To check files without a key, use 'validate'.");
        var client = new IdeogramClientOptions(key) { BaseAddress = ApiAddress.Parse(Url), Redactor = redactor, Pauses = new RetryNotices(host, redactor) };
        return Patience is { } patience ? client with { Patience = patience } : client;
    }
}

/// <summary>The options of every command that asks Ideogram.</summary>
internal sealed class ApiArguments
{
    private readonly Option<string?> _url = new("--api-url")
    {
        Description = "Ideogram's address: https, or http on loopback; the key comes from IDEOGRAM_API_KEY",
        HelpName = "url",
    };

    private readonly Option<string?> _patience = new("--patience")
    {
        Description = "How long requests are retried while Ideogram is busy or does not answer (default 2m, at most 24h)",
        HelpName = "30m|2h|0s",
    };

    public ApiArguments() => _patience.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && Duration.Parse(text, IdeogramClientOptions.MaxPatience) is null)
            result.AddError($"--patience must be a duration such as 30m, 2h or 0s, at most 24h, but it is {MessageText.Quote(text)}.");
    });

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_patience);
    }

    public ApiOptions Read(ParseResult parsed) =>
        new(parsed.GetValue(_url), parsed.GetValue(_patience) is { } text ? Duration.Parse(text, IdeogramClientOptions.MaxPatience) : null);
}
