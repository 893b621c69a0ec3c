using System.IO.Compression;
using System.Text;
using Ideogram.Build.Emulator;
using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class UploadTests(PackedPackage package) : IAsyncLifetime
{
    private const string Key = "key-that-no-log-may-hold-5e1f";

    private readonly PackageProject _project = new(package);
    private readonly Workspace _state = new();
    private EmulatorHost _ideogram = null!;

    public async ValueTask InitializeAsync()
    {
        _ideogram = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = _state.Folder, ApiKey = Key }, TestContext.Current.CancellationToken);
        _project.WriteLibrary("Lib.csproj");
        _project.Work.WriteManifest();
        _project.Work.WriteImage("photos/a.png", 1);
        _project.Work.WriteImage("photos/b.png", 2);
    }

    public async ValueTask DisposeAsync()
    {
        await _ideogram.DisposeAsync();
        _project.Dispose();
        _state.Dispose();
    }

    [Fact]
    public void Upload_brings_the_images_to_Ideogram_and_the_key_into_no_log()
    {
        _project.Environment["IDEOGRAM_API_KEY"] = Key;

        var (result, log) = Run("UploadIdeogramDatasets");

        result.ExitCode.ShouldBe(0, result.Output);
        _ideogram.Datasets().Single().Name.ShouldBe("Acme Brand");
        _ideogram.CountRequests().ShouldBeGreaterThan(1);
        log.Messages.ShouldContain(m => m.Contains("2 uploaded", StringComparison.Ordinal));
        BinaryLogText().ShouldNotContain(Key);
        result.Output.ShouldNotContain(Key);
    }

    [Fact]
    public void What_a_build_prints_of_hostile_names_is_no_command_of_a_CI_system()
    {
        const string name = "##vso[task.complete]x";
        _project.Environment["IDEOGRAM_API_KEY"] = Key;
        _project.WriteLibrary("Lib.csproj", items: "<IdeogramDatasetUpload Include=\"**/*.ideogram.yml\" />");
        _project.Work.Write($"{name}/{name}.ideogram.yml", $"name: '{name}'\nimages: ['*.png']\n");
        _project.Work.WriteImage($"{name}/{name}.png", 3);

        var (result, _) = Run("UploadIdeogramDatasets");

        result.ExitCode.ShouldBe(0, result.Output);
        _ideogram.Datasets().Single().Name.ShouldBe(name);
        result.Output.ShouldContain("# #vso[task.complete]x");
        result.Output.Split('\n').Select(l => l.TrimEnd('\r')).SelectMany(CiCommands.In).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_sends_nothing()
    {
        _project.Environment["IDEOGRAM_API_KEY"] = Key;

        Run("PlanIdeogramDatasets").Result.ExitCode.ShouldBe(0);

        _ideogram.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_key_the_upload_fails_and_says_so()
    {
        var (result, log) = Run("UploadIdeogramDatasets");

        result.ExitCode.ShouldNotBe(0);
        log.Errors.ShouldContain(e => e.Text.Contains("IDEOGRAM_API_KEY", StringComparison.Ordinal));
    }

    [Fact]
    public void An_invalid_dataset_is_not_uploaded()
    {
        _project.Environment["IDEOGRAM_API_KEY"] = Key;
        _project.Work.Write("photos/c.png", "no image");

        Run("UploadIdeogramDatasets").Result.ExitCode.ShouldNotBe(0);

        _ideogram.CountRequests().ShouldBe(0);
    }

    [Fact]
    public void A_missing_program_is_an_error_that_says_how_to_install_it()
    {
        var (result, log) = _project.Run("build", "-t:UploadIdeogramDatasets", "-p:IdeogramBuildCommand=ideogram-build-that-is-not-there");

        result.ExitCode.ShouldNotBe(0);
        var error = log.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("IDEO4090");
        error.Text.ShouldContain("dotnet tool install");
    }

    private (ProcessResult Result, BuildLog Log) Run(string target) =>
        _project.Run("build", $"-t:{target}", $"-p:IdeogramBuildCommand=dotnet \"{Checkout.Program}\"", $"-p:IdeogramBuildArguments=--api-url "
            + $"{_ideogram.BaseAddress}");

    private string BinaryLogText()
    {
        using var file = File.OpenRead(Directory.GetFiles(Path.GetDirectoryName(_project.Work.Folder)!, "*.binlog").Single());
        using var text = new MemoryStream();
        using (var content = new GZipStream(file, CompressionMode.Decompress))
            content.CopyTo(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
