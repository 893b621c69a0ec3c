namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary>Which name the dataset gets, whatever the folder is called.</summary>
public sealed class InitNameTests : IDisposable
{
    private readonly StartFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_name_is_the_repositorys_and_the_folders_unless_one_is_given()
    {
        _folder.Images("photos/summer/a.png", "logos/b.png");

        await _folder.InitAsync("photos/summer");
        await _folder.InitAsync("logos", "--name", "Acme \"Brand\"");

        _folder.Read("photos/summer/ideogram.yml").ShouldContain($"\nname: \"{Path.GetFileName(_folder.Path)} photos summer\"\n");
        _folder.Read("logos/ideogram.yml").ShouldContain("\nname: \"Acme \\\"Brand\\\"\"\n");
    }

    [Theory]
    [InlineData("line\nbreak")]
    [InlineData("back\\slash")]
    [Trait("Category", "Hostile")]
    public async Task A_folder_whose_name_is_not_taken_gets_no_manifest(string folder)
    {
        _folder.Images($"{folder}/a.png");

        var (code, output, _) = await _folder.InitAsync("./" + folder);

        code.ShouldBe(1);
        output.ShouldContain("IDEO1031");
        File.Exists(_folder.PathOf($"{folder}/ideogram.yml")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("it's: a \"test\" #1")]
    [InlineData("- [x] {y}, *z* & !w")]
    [InlineData("yes")]
    [InlineData("2024")]
    [InlineData("~")]
    [InlineData("@photos|>%`")]
    [InlineData("right\u202eleft")]
    [InlineData("  blanks  ")]
    [InlineData("äöü 写真 👩‍🎨")]
    [Trait("Category", "Hostile")]
    public async Task Any_name_of_a_folder_becomes_a_manifest_that_validates(string folder)
    {
        _folder.Images($"{folder}/a.png", $"{folder}/c: 'd'/b.jpg.png");
        File.CreateSymbolicLink(_folder.PathOf($"{folder}/c: 'd'/[l]ink\".png"), _folder.PathOf("nowhere"));
        _folder.Images($"{folder}/!i{{n}}ner*/x.png");
        _folder.Write($"{folder}/!i{{n}}ner*/.git", "gitdir: elsewhere");

        var (code, output, _) = await _folder.InitAsync("./" + folder);

        code.ShouldBe(0, output);
        (await _folder.ValidateAsync()).ShouldContain("1 dataset, 2 images checked: 0 errors");
        await _folder.FitsTheSchemaAsync($"{folder}/ideogram.yml");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_folders_name_cannot_forge_a_workflow_command()
    {
        _folder.Images("photos\n::error::x/a.png");

        var (_, output, _) = await _folder.InitAsync("photos\n::error::x");

        output.Split('\n').ShouldNotContain(l => l.StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_as_long_as_a_path_is_cut_to_what_ideogram_takes()
    {
        var folder = string.Concat(Enumerable.Repeat("👩", 60));
        _folder.Images($"{folder}/a.png");

        (await _folder.InitAsync(folder)).Code.ShouldBe(0);

        (await _folder.ValidateAsync()).ShouldContain("0 errors");
    }
}
