using System.IO.Compression;
using System.Xml.Linq;

namespace EndToEnd;

/// <summary>The dotnet tool, as somebody installs and uses it.</summary>
public sealed class ToolTests(InstalledTool tool)
{
    [Fact]
    public async Task From_a_folder_of_images_to_ideogram_with_the_installed_tool()
    {
        using var repository = await NewRepository.CreateAsync();
        var name = $"Tool {Guid.NewGuid():N}";

        await MustAsync(repository, $"init photos --name '{name}'");
        (await MustAsync(repository, "validate")).ShouldContain("1 dataset, 10 images checked: 0 errors");
        (await MustAsync(repository, "preview")).ShouldContain("10 new, 0 unchanged");
        (await MustAsync(repository, "plan")).ShouldContain("10 new, 0 unchanged");
        (await MustAsync(repository, "upload")).ShouldContain("10 uploaded, 0 failed, 0 unchanged");
        (await MustAsync(repository, "doctor")).ShouldContain("is as the manifest says: 10 images");

        tool.Ideogram.Datasets().Single(d => d.Name == name).Files.Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_tool_has_the_version_of_the_package()
    {
        var (exit, output) = await tool.RunAsync(Path.GetTempPath(), "ideogram-build --version");

        exit.ShouldBe(0);
        output.Trim().Split('+')[0].ShouldBe(Version);
    }

    [Fact]
    public void The_error_of_a_build_without_the_tool_names_the_package_that_is_packed()
    {
        var package = Directory.GetFiles(tool.Feed).ShouldHaveSingleItem();

        Path.GetFileName(package).ShouldBe($"ideogram-build.{Version}.nupkg");
        Checkout.Read("src/Ideogram.Build.Tasks/RunIdeogramBuild.cs").ShouldContain("dotnet tool install --global ideogram-build ");
    }

    [Fact]
    public void The_package_says_its_license_readme_icon_and_notices()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(tool.Feed).Single());
        package.Entries.Select(e => e.FullName).ShouldContain("README.md");
        package.Entries.Select(e => e.FullName).ShouldContain("icon.png");
        package.Entries.ShouldContain(e => e.Name == "THIRD-PARTY-NOTICES.txt");
        using var nuspec = package.GetEntry("ideogram-build.nuspec")!.Open();
        XDocument.Load(nuspec).Descendants().Single(e => e.Name.LocalName == "license").Value.ShouldBe("MIT");
    }

    private static string Version => XDocument.Parse(Checkout.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    private async Task<string> MustAsync(NewRepository repository, string arguments)
    {
        var (exit, output) = await tool.RunAsync(repository.Top, $"ideogram-build {arguments}");
        exit.ShouldBe(0, $"{arguments}\n{output}");
        return output;
    }
}
