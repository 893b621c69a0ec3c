using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>A dataset's name from folders' names, which may be anything.</summary>
internal static class DatasetName
{
    /// <summary>The repository's name and the folders below it, as in "acme photos": datasets of other repositories may have a folder of the same
    /// name.</summary>
    /// <param name="folder">Full path of the images' folder.</param>
    /// <param name="top">Full path of the repository's top; null without one.</param>
    public static string FromFolder(string folder, string? top)
    {
        var names = Path.GetFileName(folder);
        if (top is not null)
            names = $"{Path.GetFileName(top)} {(folder == top ? "" : Path.GetRelativePath(top, folder))}";
        var name = Clean(names.Replace(Path.DirectorySeparatorChar, ' '));
        return name.Length == 0 ? "Dataset" : name;
    }

    /// <summary>The name of a dataset that is there already, as far as a manifest can hold it.</summary>
    public static string FromDataset(string name) => Clean(name) is { Length: > 0 } clean ? clean : "Dataset";

    /// <summary>The name without what no dataset's name may have, and not too long.</summary>
    public static string Clean(string name) => CodePoint.Cut(Visible(name).Trim(), DatasetFamily.MaxNameLength).TrimEnd();

    private static string Visible(string name)
    {
        var visible = new StringBuilder();
        var place = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Invisible.IsAt(name, place))
                visible.Append(rune);
            place += rune.Utf16SequenceLength;
        }

        return visible.ToString();
    }
}
