namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>What a describe call asks for. Source: the schema DescribeImageIdeogramV4Request.</summary>
internal sealed record DescribeFlags(bool Boxes, bool Style, bool Tags)
{
    /// <summary>The flags of a form; null if one is neither true nor false.</summary>
    public static DescribeFlags? Read(IReadOnlyDictionary<string, string> form)
    {
        return Flag("include_bbox", true) is { } boxes && Flag("include_style_descriptions", false) is { } style && Flag("include_tags", false) is { } tags
            ? new DescribeFlags(boxes, style, tags)
            : null;

        bool? Flag(string name, bool otherwise) => form.GetValueOrDefault(name) switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            _ => null,
        };
    }
}
