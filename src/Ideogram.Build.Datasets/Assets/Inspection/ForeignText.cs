namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Names files of text, and files of nothing.</summary>
internal static class ForeignText
{
    /// <summary>How many bytes are needed.</summary>
    public const int HeadSize = 512;

    private const string Drawing = "an SVG drawing";

    /// <summary>Null if the bytes are neither.</summary>
    public static ForeignFormat? Find(ReadOnlySpan<byte> head) =>
        (head.IndexOfAny((byte)0, (byte)0xFF) < 0 ? Text(head) : AllZero(head)) switch
        {
            null => null,
            Drawing => new ForeignFormat(Drawing),
            var name => new ForeignFormat(name, "Get the image from its source again, or leave it out."),
        };

    private static string? Text(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
            head = head.Slice(3);
        while (!head.IsEmpty && head[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            head = head.Slice(1);
        if (head.IsEmpty)
            return "a text file";
        if (head[0] == (byte)'<')
        {
            if (head.IndexOf("<svg"u8) >= 0)
                return Drawing;
            return head.IndexOf("<html"u8) >= 0 || StartsWithIgnoringCase(head, "<!doctype html"u8) || StartsWithIgnoringCase(head, "<html"u8)
                ? "an HTML page, perhaps an error page that was saved as the image"
                : "an XML document";
        }

        foreach (var b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
                return null;
        }

        return head[0] is (byte)'{' or (byte)'[' ? "a JSON document" : "a text file";
    }

    private static string? AllZero(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
        {
            if (b != 0)
                return null;
        }

        return "filled with zero bytes, as an interrupted download or a failing disk leaves it";
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> head, ReadOnlySpan<byte> lowerCase)
    {
        if (head.Length < lowerCase.Length)
            return false;
        for (var i = 0; i < lowerCase.Length; i++)
        {
            if ((head[i] is >= (byte)'A' and <= (byte)'Z' ? head[i] | 0x20 : head[i]) != lowerCase[i])
                return false;
        }

        return true;
    }
}
