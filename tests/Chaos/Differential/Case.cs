namespace Ideogram.Build.Chaos.Differential;

/// <summary>A file to compare on.</summary>
/// <param name="Kind">The damage, or <c>intact</c>.</param>
/// <param name="Original">The photograph.</param>
/// <param name="File">The file itself.</param>
/// <param name="What">What was done to it, and how to do it again.</param>
internal sealed record Case(string Kind, string Original, string File, string What)
{
    public const string Intact = "intact";

    public bool IsIntact => Kind == Intact;
}
