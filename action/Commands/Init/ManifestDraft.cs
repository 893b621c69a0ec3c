using System.Text;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>The first manifest of a folder: short, with a comment for each decision of the user.</summary>
internal static class ManifestDraft
{
    /// <summary>Where editors find what keys and values there are. It is the schema's own <c>$id</c>.</summary>
    public const string Schema = "https://raw.githubusercontent.com/ideogram-build/ideogram-build/main/docs/ideogram.schema.json";

    private const string Page = "https://github.com/ideogram-build/ideogram-build/blob/main/docs/manifest.md";

    /// <summary>Writes the manifest for a folder of images.</summary>
    /// <param name="name">The dataset's name.</param>
    /// <param name="folder">What the folder holds.</param>
    /// <param name="id">The id of a dataset that is there already; null for one that is found by its name, or created.</param>
    public static string Write(string name, ImageFolder folder, string? id)
    {
        var lines = new StringBuilder();
        foreach (var spelling in folder.Spellings)
            lines.Append("  - ").Append(YamlText.Quote("**/*" + spelling)).Append('\n');
        foreach (var passedOver in folder.PassedOver)
            lines.Append("  - ").Append(YamlText.Quote("!" + Pattern(passedOver))).Append('\n');
        var isCaptioned = folder.Captioned == folder.Images.Count;
        return $"""
            # yaml-language-server: $schema={Schema}
            # The images of this folder that make up one dataset at Ideogram. All keys: {Page}

            {Target(name, id)}
            # Globs, relative to this file. A line with "!" takes away what lines before it matched: "!rejected/**".
            images:
            {lines}
            # A caption is a text file beside its image: sunset.txt for sunset.jpg{(folder.Table is null ? "" : ", or a row of the table captions-from")}.
            {Table(folder.Table)}# optional; required: an image without one is an error; none: caption files are left alone.
            captions: {(isCaptioned ? "required" : "optional")}

            # New images are added. An edit or a removal starts a new dataset, "… v2", because Ideogram can neither delete nor replace.
            update: auto

            """.ReplaceLineEndings("\n");
    }

    private static string Target(string name, string? id) => id is null
        ? $"""
            # The dataset's name at Ideogram. It is found by exactly this name; the first upload creates it.
            name: {YamlText.Quote(name)}

            """
        : $"""
            # The dataset at Ideogram: the id decides, the name is for people.
            name: {YamlText.Quote(name)}
            id: {YamlText.Quote(id)}

            # The dataset has files that this tool did not upload. match: one with the name and size of an image here is that image;
            # keep: they are counted and left alone; refuse: nothing is uploaded.
            foreign: match

            """;

    private static string Table(CaptionTableEntry? table)
    {
        if (table is null)
            return "";
        if (table is { ImageColumn: null, TextColumn: null })
            return $"captions-from: {YamlText.Quote(table.Path)}\n";
        var image = table.ImageColumn is { } column ? $", image: {YamlText.Quote(column)}" : "";
        var text = table.TextColumn is { } caption ? $", text: {YamlText.Quote(caption)}" : "";
        return $"captions-from: {{ file: {YamlText.Quote(table.Path)}{image}{text} }}\n";
    }

    private static string Pattern(string path)
    {
        var folders = path.EndsWith("/**", StringComparison.Ordinal) ? path[..^3] : path;
        // What begins with "!", "~" or a drive's letter would be read as such.
        return (char.IsAsciiLetterOrDigit(path[0]) && !(path.Length > 1 && path[1] == ':') ? "" : "./") + GlobText.Of(folders) + path[folders.Length..];
    }
}
