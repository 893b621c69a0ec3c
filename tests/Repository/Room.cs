namespace Ideogram.Build.Repository.Tests;

/// <summary>A room of the house and what the design lets it use.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Projects">The rooms that it may reference.</param>
/// <param name="Packages">The packages that it may reference, analyzers aside.</param>
/// <param name="Namespaces">The namespaces of others that it may use.</param>
/// <param name="Steps">Its folders in the order of the data's way: each may use those before it. Folders not named may use all and be used by none of
/// these.</param>
internal sealed record Room(string Folder, string Namespace, string[] Projects, string[] Packages, string[] Namespaces, string[] Steps)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new("src/Ideogram.Build.Datasets", "Ideogram.Build.Datasets", [],
            ["YamlDotNet", "System.Memory", "System.Text.Json", "Microsoft.NETFramework.ReferenceAssemblies"],
            ["YamlDotNet"],
            ["Diagnostics", "Files", "Processes", "Manifests", "Captions", "Assets", "Health", "Validation"]),
        new("src/Ideogram.Build.Sync", "Ideogram.Build.Sync", ["Ideogram.Build.Datasets"],
            ["Polly.Core"],
            ["Ideogram.Build.Datasets", "Polly"],
            ["Naming", "Api", "Planning", "Reporting", "Uploading", "Training", "Captioning"]),
        new("src/Ideogram.Build.Tasks", "Ideogram.Build.Tasks", ["Ideogram.Build.Datasets"],
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "Microsoft.IO.Redist", "Microsoft.NETFramework.ReferenceAssemblies",
                "Microsoft.SourceLink.GitHub", "Microsoft.NETCore.App.Crossgen2.$(_AheadFor)"],
            ["Ideogram.Build.Datasets", "Microsoft.Build.Framework", "Microsoft.Build.Utilities"],
            []),
        new("src/Ideogram.Build.Emulator", "Ideogram.Build.Emulator", [], [], ["Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers"],
            []),
        new("action", "Ideogram.Build.Cli", ["Ideogram.Build.Datasets", "Ideogram.Build.Sync"],
            ["System.CommandLine", "Spectre.Console", "Octokit"],
            ["Ideogram.Build.Datasets", "Ideogram.Build.Sync", "Spectre.Console", "Polly", "Octokit"],
            ["Output", "Manifests", "Commits", "GitHub", "PullRequests", "ActionRuns", "Commands"]),
    ];
}
