using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>Writes to standard error why nothing happens for a while. Requests that wait at the same time are reported once.</summary>
internal sealed class RetryNotices(AppHost host, Redactor redactor) : IProgress<Pause>
{
    private const int MaxReasonLength = 200;

    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _over = DateTimeOffset.MinValue;

    public void Report(Pause value)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{value.ApiFault.Treatment.Rule.Title} ({MessageText.OneLine(value.ApiFault.Text.TrimEnd('.'), MaxReasonLength)}), trying again in "
                + $"{value.Length.TotalSeconds:0.#} s");
        lock (_lock)
        {
            var now = host.Time.GetUtcNow();
            var over = now + value.Length;
            if (now < _over && over < _over + Noticeable)
                return;
            _over = over;
            host.Error.WriteLine(LogText.Line(redactor.Clean(line)));
        }
    }
}
