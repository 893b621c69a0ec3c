namespace Ideogram.Build.Action.Output;

/// <summary>Takes secrets out of every text that leaves the program.</summary>
/// <param name="secrets">The secrets; empty ones are left out.</param>
internal sealed class Redactor(params IReadOnlyList<string?> secrets)
{
    private readonly IReadOnlyList<string> _secrets = [.. secrets.Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => s!.Trim()).Distinct()];

    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, "***", StringComparison.Ordinal));
}
