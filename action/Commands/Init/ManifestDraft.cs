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
            # This file says which images make up one dataset at Ideogram. All keys: {Page}

            {Target(name, id)}
            # Paths and patterns, relative to this file. A line with "!" removes what the lines before it matched: "!rejected/**".
            images:
            {lines}
            # A caption is a text file beside its image: sunset.txt for sunset.jpg{(folder.Table is null ? "" : ", or a row of the table captions-from")}.
            {Table(folder.Table)}# optional: an image may have a caption.
            # required: an image without a caption is an error.
            # none: no captions are sent.
            captions: {(isCaptioned ? "required" : "optional")}

            # auto: new images are added to the dataset.
            # Ideogram cannot delete or replace images, so an edit or a removal {Edit(id)}.
            update: auto

            """.ReplaceLineEndings("\n");
    }

    private static string Target(string name, string? id) => id is null
        ? $"""
            # The dataset's name at Ideogram. The first upload creates the dataset, unless one with exactly this name exists.
            name: {YamlText.Quote(name)}

            """
        : $"""
            # The dataset at Ideogram. It is found by its id; the name is for people only.
            name: {YamlText.Quote(name)}
            id: {YamlText.Quote(id)}

            # The dataset holds files that were not uploaded by this tool.
            # match: a file with the name and size of an image here counts as that image. If files are left over, nothing is uploaded.
            # keep: these files stay, and count towards the 100 images of a dataset.
            # refuse: nothing is uploaded.
            foreign: match

            """;

    private static string Edit(string? id) => id is null ? "starts a new dataset, \"… v2\", with all images" : "is an error while the manifest has an id";

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
