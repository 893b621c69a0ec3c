using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Testing;

/// <summary>One step of a story: requests of one kind and their answer.</summary>
public sealed class Step
{
    private int _now;

    internal Step(string request, RequestDelegate answer, int? times, bool isInOrder) =>
        (Request, Answer, Times, IsInOrder) = (request, answer, times, isInOrder);

    /// <summary>How many requests have come.</summary>
    public int Played { get; private set; }

    /// <summary>How many of them were under way at the same time.</summary>
    public int MaxAtOnce { get; private set; }

    internal string Request { get; }

    internal RequestDelegate Answer { get; }

    internal int? Times { get; }

    internal bool IsInOrder { get; }

    /// <summary>Whether the story may go on.</summary>
    internal bool IsPlayed => Times is null || Played == Times;

    internal bool Takes(string request) => (Times is null || Played < Times) && request.StartsWith(Request, StringComparison.Ordinal);

    internal void Begin()
    {
        Played++;
        MaxAtOnce = Math.Max(MaxAtOnce, ++_now);
    }

    internal void End() => _now--;
}
