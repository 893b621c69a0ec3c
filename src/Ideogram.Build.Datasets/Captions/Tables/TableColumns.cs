using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>Which columns of a table hold the image's path and the caption.</summary>
/// <param name="image">The column that the manifest names; null for the usual one.</param>
/// <param name="text">As <paramref name="image"/>, for the caption.</param>
internal sealed class TableColumns(string? image, string? text)
{
    private const int MaxNamed = 10;

    private static readonly string[] UsualImages = ["file_name"];
    private static readonly string[] UsualTexts = ["text", "caption", "prompt"];

    private readonly string[] _images = image is null ? UsualImages : [image];
    private readonly string[] _texts = text is null ? UsualTexts : [text];

    /// <summary>The place of the image's column among names.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public int FindImage(IReadOnlyList<string> names, Position position) => Find(names, _images, "image", position);

    /// <summary>As <see cref="FindImage"/>, for the caption: the first of the usual names.</summary>
    public int FindText(IReadOnlyList<string> names, Position position) => Find(names, _texts, "text", position);

    private static int Find(IReadOnlyList<string> names, string[] wanted, string key, Position position)
    {
        foreach (var name in wanted)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (names[i] == name)
                    return i;
            }
        }

        var named = string.Join(", ", names.Take(MaxNamed).Select(MessageText.Quote)) + (names.Count > MaxNamed ? ", …" : "");
        throw new TableException(CaptionRules.TableColumn, position, $"has no column {string.Join(" or ", wanted.Select(MessageText.Quote))} here, but "
            + $"{named}. Rename a column, or name it in the manifest: 'captions-from: {{ file: …, {key}: … }}'.");
    }
}
