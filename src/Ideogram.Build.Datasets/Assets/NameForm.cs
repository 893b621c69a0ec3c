namespace Ideogram.Build.Datasets.Assets;

/// <summary>A form of names in which two that look alike are equal. For hints only: what a manifest means never depends on one.</summary>
/// <param name="Of">The form of a name.</param>
/// <param name="Difference">Why names that are equal in this form are not the same name: goes on after a colon or "but".</param>
internal sealed record NameForm(Func<string, string> Of, string Difference)
{
    private const string TwoWays = "the accents are written in two ways (é can be one character, or an e and an accent)";
    private const string Case = "upper and lower case count on every operating system";

    /// <summary>Each letter with its accents as one character.</summary>
    public static NameForm Accents { get; } = new(Assets.Accents.Compose, TwoWays);

    /// <summary>Without upper case.</summary>
    public static NameForm LowerCase { get; } = new(name => name.ToLowerInvariant(), Case);

    /// <summary>Both at once.</summary>
    public static NameForm Loose { get; } = new(name => Assets.Accents.Compose(name).ToLowerInvariant(), $"{Case}, and {TwoWays}");

    /// <summary>From the narrowest.</summary>
    public static IReadOnlyList<NameForm> All { get; } = [Accents, LowerCase, Loose];

    /// <summary>The narrowest form in which two names are equal; null if there is none.</summary>
    public static NameForm? Find(string name, string other) => All.FirstOrDefault(f => f.Of(name) == f.Of(other));
}
