namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary>What <c>init</c> refuses: nothing is written then.</summary>
public sealed class InitRefusalTests : IDisposable
{
    private readonly StartFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_manifest_that_is_there_is_not_touched()
    {
        _folder.Images("a.png");
        _folder.Write("ideogram.yml", "name: Mine\n");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("ideogram.yml(1,1): error IDEO4070: ");
        _folder.Read("ideogram.yml").ShouldBe("name: Mine\n");
        Directory.Exists(_folder.PathOf(".github")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_link_in_the_manifests_place_is_not_written_through()
    {
        _folder.Images("photos/a.png");
        File.CreateSymbolicLink(_folder.PathOf("photos/ideogram.yml"), _folder.PathOf("victim"));

        (await _folder.InitAsync("photos")).Output.ShouldContain("IDEO4070");

        File.Exists(_folder.PathOf("victim")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_without_images_is_said_to_be_one()
    {
        _folder.Write("notes/readme.md", "ReportText");

        var (code, output, _) = await _folder.InitAsync("notes");

        code.ShouldBe(1);
        output.ShouldContain("notes/ideogram.yml(1,1): error IDEO4071: ");
        File.Exists(_folder.PathOf("notes/ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task Images_that_have_a_manifest_already_are_said_to_have_one()
    {
        _folder.Images("photos/a.png");
        await _folder.InitAsync("photos");

        (await _folder.InitAsync()).Output.ShouldContain("IDEO4071: The folder has no image for a new manifest. 'photos' keeps its own images: "
            + "it has a manifest already, or is a repository. Nothing was written.");
    }

    [Fact]
    public async Task A_misspelt_folder_gets_a_suggestion()
    {
        _folder.Images("photos/a.png");

        var (code, _, errors) = await _folder.InitAsync("photo");

        code.ShouldBe(2);
        errors.ShouldContain("'photo' is not a folder (did you mean 'photos'?). Name the folder");
    }

    [Fact]
    public async Task Where_only_the_workflow_is_missing_the_refusal_says_where_one_is()
    {
        _folder.Images("a.png");
        await _folder.InitAsync("--no-workflow");

        (await _folder.InitAsync()).Output.ShouldContain("run init in another folder. The repository has no workflow with this action yet");
    }

    [Fact]
    public async Task A_folder_of_images_that_Ideogram_does_not_take_is_told_what_to_do()
    {
        _folder.Write("phone/a.HEIC", "of another kind");

        (await _folder.InitAsync("phone")).Output.ShouldContain("It holds 1 file that Ideogram does not accept (.heic). To use "
            + "them, convert them to JPEG, PNG or WebP. Nothing was written.");
    }

    [Fact]
    public async Task More_images_than_a_dataset_holds_are_refused_before_anything_is_written()
    {
        for (var i = 0; i < 101; i++)
            _folder.Write($"p{i}.png", "");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("error IDEO4072: The folder holds 101 images");
        File.Exists(_folder.PathOf("ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dot_folder_is_refused_with_the_code_that_validation_would_have()
    {
        _folder.Images(".photos/a.png");

        var (code, output, _) = await _folder.InitAsync(".photos");

        code.ShouldBe(1);
        output.ShouldContain("error IDEO1023: ");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a.png")]
    [InlineData("--nmae=x")]
    [InlineData(".", "--name", " ")]
    [InlineData(".", "--name", "a\nb")]
    public async Task Wrong_usage_is_exit_2_and_writes_nothing(params string[] arguments)
    {
        _folder.Images("a.png");

        var (code, _, errors) = await _folder.InitAsync(arguments);

        code.ShouldBe(2);
        errors.ShouldNotBeEmpty();
        File.Exists(_folder.PathOf("ideogram.yml")).ShouldBeFalse();
    }
}
