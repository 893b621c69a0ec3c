using System.Globalization;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Emulator;

/// <summary>Reads the command line.</summary>
internal static class EmulatorArguments
{
    /// <summary>The options that the arguments state.</summary>
    /// <exception cref="FormatException">It is wrong; the message says where.</exception>
    public static EmulatorOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new EmulatorOptions { StateFolder = "", ApiKey = "", Urls = "http://127.0.0.1:5005" };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
                throw new FormatException($"'{name}' is not an option.");
            if (i + 1 == arguments.Count || arguments[i + 1].Length == 0)
                throw new FormatException($"{name} requires a value.");

            options = With(options, name, arguments[i + 1]);
        }

        return options.StateFolder.Length == 0 ? throw new FormatException("--state is missing.")
            : options.ApiKey.Length == 0 ? throw new FormatException("--api-key is missing.")
            : options;
    }

    private static EmulatorOptions With(EmulatorOptions options, string name, string value)
    {
        switch (name)
        {
            case "--state":
                return options with { StateFolder = value };
            case "--api-key":
                return options with { ApiKey = value };
            case "--urls":
                return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
                    ? options with { Urls = value }
                    : throw new FormatException($"--urls must be one http address, not '{value}'.");
            case "--faults":
                return options with { Faults = value };
            case "--github-repo":
                var (repository, path) = Pair(name, value);
                return options with
                {
                    Repositories = new Dictionary<string, string>(options.Repositories, StringComparer.OrdinalIgnoreCase) { [repository] = path },
                };
            case "--github-token":
                return options with { Tokens = [.. options.Tokens, new GitHubToken(value)] };
            case "--github-read-token":
                return options with { Tokens = [.. options.Tokens, new GitHubToken(value, CanWrite: false)] };
            case "--github-user-token":
                var (login, token) = Pair(name, value);
                return options with { Tokens = [.. options.Tokens, new GitHubToken(token, login, IsUser: true)] };
            case "--max-image-bytes":
                return options with { MaxImageBytes = Number(name, value) };
            case "--max-request-bytes":
                return options with { MaxRequestBytes = Number(name, value) };
            case "--max-inflight":
                return options with { MaxInFlight = Number(name, value) };
            case "--training-seconds":
                return options with { TrainingTime = TimeSpan.FromSeconds(Number(name, value)) };
            default:
                throw new FormatException($"Unknown option {name}.");
        }
    }

    private static (string Key, string Value) Pair(string name, string value) =>
        value.Split('=', 2) is [{ Length: > 0 } key, { Length: > 0 } rest] ? (key, rest)
            : throw new FormatException($"{name} must be KEY=VALUE, not '{value}'.");

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name} must be a whole number above 0, not '{value}'.");
}
