using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class ManyProjectsTests(PackedPackage package)
{
    private const string TwoFrameworks = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>";

    [Fact]
    public void A_multi_targeted_project_is_validated_once_for_all_frameworks()
    {
        using var project = new PackageProject(package);
        project.WriteLibrary("Lib.csproj", TwoFrameworks);
        project.Work.WriteManifest();
        project.Work.WriteImage("photos/a.png");

        project.Run("build").Log.Validations.ShouldBe(1);
        project.Run("build", "--no-restore").Log.Validations.ShouldBe(0);
        project.Work.WriteImage("photos/b.png", 2);
        project.Run("build", "--no-restore", "-f", "net8.0").Log.Validations.ShouldBe(1);
        project.Run("clean").Result.ExitCode.ShouldBe(0);
        Directory.Exists(project.Work.PathOf("obj/Debug/ideogram")).ShouldBeFalse();
    }

    [Fact]
    public void A_manifest_that_only_one_framework_names_is_validated_in_its_build()
    {
        using var project = new PackageProject(package);
        project.WriteLibrary("Lib.csproj", TwoFrameworks, "<IdeogramDatasetUpload Include=\"ideogram.yml\" Condition=\"'$(TargetFramework)' == 'net8.0'\" />");
        project.Work.WriteManifest();
        project.Work.WriteImage("photos/a.png");

        project.Run("build").Log.Validations.ShouldBe(1);
    }

    [Fact]
    public void A_project_that_refers_to_a_multi_targeted_one_has_it_validated_under_central_package_management()
    {
        using var project = new PackageProject(package);
        project.Work.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Ideogram.Build" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);
        project.WriteLibrary("lib/Lib.csproj", TwoFrameworks);
        project.Work.Write("lib/Lib.csproj", File.ReadAllText(project.Work.PathOf("lib/Lib.csproj"))
            .Replace($" Version=\"{package.Version}\"", "", StringComparison.Ordinal));
        project.Work.Write("app/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../lib/Lib.csproj" /></ItemGroup>
            </Project>
            """);
        project.Work.WriteManifest(relative: "lib/ideogram.yml");
        project.Work.Write("lib/photos/a.png", "no image");

        var (result, log) = project.Run("build", "app");

        result.ExitCode.ShouldNotBe(0);
        log.Validations.ShouldBe(1);
        log.Errors.ShouldContain(e => e.Code == "IDEO2003");
    }

    [Fact]
    public void Twenty_projects_that_share_a_dataset_build_in_parallel_and_then_validate_nothing()
    {
        using var project = new PackageProject(package);
        project.Work.WriteManifest(relative: "brand/ideogram.yml");
        for (var i = 0; i < 10; i++)
            project.Work.WriteImage($"brand/photos/{i}.png", i);
        for (var i = 1; i <= 20; i++)
            project.WriteLibrary($"p{i}/P{i}.csproj", items: "<IdeogramDatasetUpload Include=\"../brand/ideogram.yml\" />");
        project.Work.Write("all.slnx", $"<Solution>{string.Concat(Enumerable.Range(1, 20).Select(i => $"<Project Path=\"p{i}/P{i}.csproj\" />"))}</Solution>");

        var first = project.Run("build", "all.slnx", "-m");
        var second = project.Run("build", "all.slnx", "--no-restore", "-m", "-graph");

        (first.Result.ExitCode, first.Log.Validations).ShouldBe((0, 20));
        (second.Result.ExitCode, second.Log.Validations, second.Log.Searches).ShouldBe((0, 0, 0));
    }
}
