namespace Ideogram.Build.Datasets.Captions;

/// <summary>The extensions of caption files. In lower case they pair a file with the image of the same stem.</summary>
public static class CaptionExtensions
{
    /// <summary>Plain text. Every caption file in plain text is sent with this extension.</summary>
    public const string Text = ".txt";

    /// <summary>Structured captions.</summary>
    public const string Structured = ".json";

    /// <summary>All of them: <c>.caption</c> is plain text, too, as kohya's scripts write it.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, ".caption", Structured];
}
