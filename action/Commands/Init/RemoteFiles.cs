using System.Globalization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>Which files of a dataset that is there already lie in the folder, as the plan of the new manifest sees it.</summary>
/// <param name="Found">Images of the folder that the dataset holds, each with its file there.</param>
/// <param name="Missing">Files of the dataset that the folder does not have.</param>
/// <param name="New">How many images of the folder the dataset does not hold.</param>
/// <param name="Uncaptioned">How many of the found ones have a caption there and none in the folder.</param>
internal sealed record RemoteFiles(IReadOnlyList<PlannedImage> Found, IReadOnlyList<RemoteFile> Missing, int New, int Uncaptioned)
{
    /// <summary>Holds the folder against the dataset.</summary>
    public static RemoteFiles Compare(Dataset folder, RemoteDataset dataset)
    {
        var plan = Planner.For(folder, dataset);
        return new RemoteFiles(
            [.. plan.Images.Where(i => i.Remote is not null)], [.. plan.Stale, .. plan.Foreign], plan.Count(Change.New), plan.Count(Change.CaptionRemoved));
    }

    /// <summary>Says what was found.</summary>
    public void Write(RemoteDataset dataset, SafeWriter safe)
    {
        var name = MessageText.Quote(dataset.Name);
        safe.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Found.Count} of {ReportText.Count(dataset.Files.Count, "file")} of the dataset {name} are in the folder:"));
        foreach (var image in Found)
            safe.WriteLine($"  here      {MessageText.OneLine(image.Remote!.Name ?? "(no name)", 200)} = {MessageText.OneLine(image.Asset.RelativePath)}");
        foreach (var file in Missing)
            safe.WriteLine($"  not here  {MessageText.OneLine(file.Name ?? "(no name)", 200)}");
        if (New > 0)
            safe.WriteLine($"  new       {ReportText.Count(New, "image")} of the folder: an upload adds {(New == 1 ? "it" : "them")}");
        if (Uncaptioned > 0)
            safe.WriteLine($"  captions  {ReportText.Count(Uncaptioned, "image")} here without the caption that the dataset shows");
    }

    /// <summary>What a person has to decide before an upload; null for nothing.</summary>
    public string? Next(string manifest) => (Missing.Count, Uncaptioned) switch
    {
        (0, 0) => null,
        (0, _) => $"Put the missing captions beside their images ('ideogram-build datasets show' shows them), or write 'captions: none' into {manifest}.",
        _ => $"Put the missing files into the folder, or say in {manifest} what happens to them ('foreign', 'update'). Until then, nothing is uploaded.",
    };
}
