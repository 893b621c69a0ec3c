using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Package;

/// <summary>A project as <c>dotnet new</c> makes it with the README's lines, made and restored once and put in order for each test.</summary>
public sealed class ConsoleProject : IDisposable
{
    /// <summary>Where the README's lines look for the manifest.</summary>
    public const string Manifest = "photos/ideogram.yml";

    private PackageProject? _project;

    internal PackageProject In(PackedPackage package)
    {
        var project = _project ??= Create(package);
        if (Directory.Exists(project.Work.PathOf("photos")))
            Directory.Delete(project.Work.PathOf("photos"), recursive: true);
        project.Work.WriteManifest("*.png", Manifest);
        project.Work.WriteImage("photos/a.png");
        return project;
    }

    public void Dispose() => _project?.Dispose();

    // The lines that the README tells people to paste.
    private static string ReadmeLines()
    {
        var section = File.ReadAllText(Path.Combine(Checkout.Top, "README.md")).Split("### In a .NET build\n")[1];
        return section.Split("```xml\n")[1].Split("```")[0];
    }

    private static PackageProject Create(PackedPackage package)
    {
        var project = new PackageProject(package, "A Ünïcödé shop");
        TestProcess.Run(project.Work.Folder, project.Environment, "dotnet", "new", "console", "--name", "Shop", "--output", ".", "--no-restore");
        var file = project.Work.PathOf("Shop.csproj");
        File.WriteAllText(file, File.ReadAllText(file).Replace(
            "</Project>",
            $"{ReadmeLines()}</Project>",
            StringComparison.Ordinal));
        // The command that the README tells people to run; the project's nuget.config names the feed.
        var add = TestProcess.Run(project.Work.Folder, project.Environment, "dotnet", "add", "Shop.csproj", "package", "Ideogram.Build");
        add.ExitCode.ShouldBe(0, add.Output);
        return project;
    }
}
