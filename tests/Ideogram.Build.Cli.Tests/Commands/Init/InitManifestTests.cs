using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Commands.Init;

namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary>What <c>init</c> writes into the manifest.</summary>
public sealed class InitManifestTests : IDisposable
{
    private readonly StartFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_images_gets_a_manifest_that_validates_and_fits_the_schema()
    {
        _folder.Images("photos/a.png", "photos/more/b.PNG");
        _folder.Write("photos/a.txt", "The first");

        var (code, output, _) = await _folder.InitAsync("photos");

        code.ShouldBe(0, output);
        (await _folder.ValidateAsync()).ShouldContain("1 dataset, 2 images checked: 0 errors");
        await _folder.FitsTheSchemaAsync("photos/ideogram.yml");
        _folder.Read("photos/ideogram.yml").ShouldContain("captions: optional");
    }

    [Fact]
    public async Task A_folder_with_its_own_manifest_is_excluded_and_not_counted()
    {
        _folder.Images("a.png", "harbour/b.png", "harbour/night/c.png");
        _folder.Write("harbour/harbour.ideogram.yml", "name: Harbour\nimages: ['**/*.png']\n");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0, output);
        _folder.Read("ideogram.yml").ShouldContain("!harbour/**");
        output.ShouldNotContain("IDEO4012");
        var validated = await _folder.ValidateAsync();
        validated.ShouldContain("2 datasets, 3 images checked: 0 errors");
        validated.ShouldNotContain("IDEO4012");
        validated.ShouldNotContain("IDEO1032");
    }

    [Fact]
    public async Task The_first_line_tells_editors_the_schemas_published_address()
    {
        _folder.Images("a.png");

        await _folder.InitAsync();

        var schema = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.PathOf("docs/ideogram.schema.json"),
            TestContext.Current.CancellationToken))!;
        _folder.Read("ideogram.yml").ShouldStartWith($"# yaml-language-server: $schema={schema["$id"]}\n");
        ManifestDraft.Schema.ShouldBe(schema["$id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Captions_are_required_where_each_image_has_one()
    {
        _folder.Images("a.png", "b.png");
        _folder.Write("a.txt", "One");
        _folder.Write("b.json", """{ "high_level_description": "Two", "compositional_deconstruction": { "background": "White", "elements": [] } }""");

        (await _folder.InitAsync()).Code.ShouldBe(0);

        _folder.Read("ideogram.yml").ShouldContain("captions: required");
    }

    [Fact]
    public async Task Links_and_inner_repositories_are_excluded()
    {
        _folder.Images("a.png", "vendor/kit/b.png");
        _folder.Write("vendor/kit/.git", "gitdir: ../../.git/modules/kit");
        File.CreateSymbolicLink(_folder.PathOf("link.png"), _folder.PathOf("a.png"));

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0, output);
        var validated = await _folder.ValidateAsync();
        validated.ShouldContain("1 dataset, 1 image checked: 0 errors");
        validated.ShouldNotContain("IDEO1032");
    }

    [Fact]
    public async Task Images_of_other_kinds_are_counted_and_left_out()
    {
        _folder.Images("a.png");
        foreach (var other in (string[])["b.HEIC", "more/c.gif", "d.heic", "notes.md"])
            _folder.Write(other, "of another kind");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0, output);
        output.ShouldContain("left out: 3 files that Ideogram does not accept (.gif, .heic). To use them, convert them to JPEG, PNG or WebP.");
    }

    [Fact]
    public async Task Broken_images_are_told_and_the_manifest_stays()
    {
        _folder.Images("a.png");
        _folder.Write("b.png", "version https://git-lfs.github.com/spec/v1\noid sha256:" + new string('0', 64) + "\nsize 12\n");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("b.png(1,1): error IDEO2002: ");
        output.ShouldContain("1. Fix the errors above");
        File.Exists(_folder.PathOf("ideogram.yml")).ShouldBeTrue();
    }

    [Fact]
    [Trait("Category", "Silence")]
    public async Task Both_cases_of_an_extension_are_taken()
    {
        _folder.Images("photos/a.png", "photos/IMG_1.PNG", "photos/IMG_2.PNG");

        var (code, output, _) = await _folder.InitAsync("photos", "--no-workflow");

        code.ShouldBe(0, output);
        output.ShouldContain("3 images");
        _folder.Read("photos/ideogram.yml").ShouldContain("  - \"**/*.PNG\"\n  - \"**/*.png\"\n");
        await ShouldBeCleanInGitAsync("1 dataset, 3 images checked: 0 errors, 0 warnings");
    }

    [Theory]
    [Trait("Category", "Silence")]
    [InlineData("metadata.jsonl", "{\"file_name\":\"photos/a.png\",\"text\":\"a mug\"}\n{\"file_name\":\"photos/b.png\",\"text\":\"a cup\"}\n",
        "captions-from: \"metadata.jsonl\"\n")]
    [InlineData("photos/captions.csv", "filename,description\na.png,a mug\nb.png,a cup\n",
        "captions-from: { file: \"photos/captions.csv\", image: \"filename\", text: \"description\" }\n")]
    public async Task Captions_in_a_table_are_named_at_once(string table, string text, string line)
    {
        _folder.Images("photos/a.png", "photos/b.png");
        _folder.Write(table, text);

        var (code, output, _) = await _folder.InitAsync("--no-workflow");

        code.ShouldBe(0, output);
        output.ShouldContain("2 images, 2 captions");
        _folder.Read("ideogram.yml").ShouldContain(line);
        _folder.Read("ideogram.yml").ShouldContain("captions: required");
        await ShouldBeCleanInGitAsync("1 dataset, 2 images checked: 0 errors, 0 warnings");
    }

    [Fact]
    [Trait("Category", "Silence")]
    public async Task Caption_files_go_before_a_table_for_the_same_images()
    {
        _folder.Images("a.png");
        _folder.Write("a.caption", "a mug");
        _folder.Write("metadata.jsonl", "{\"file_name\":\"a.png\",\"text\":\"a cup\"}\n");

        var (code, output, _) = await _folder.InitAsync("--no-workflow");

        code.ShouldBe(0, output);
        output.ShouldContain("1 image, 1 caption");
        _folder.Read("ideogram.yml").ShouldNotContain("captions-from");
    }

    [Fact]
    [Trait("Category", "Silence")]
    public async Task What_stays_beside_is_said_at_once()
    {
        _folder.Images("images/a.png");
        _folder.Write("captions/a.txt", "a mug");
        _folder.Write("images/b.heic", "of another kind");

        var (code, output, _) = await _folder.InitAsync("--no-workflow");

        code.ShouldBe(0, output);
        output.ShouldContain("warning IDEO3041: 1 image of 'images' has no caption, and 'captions' holds caption files with their names: 'a.txt'.");
        output.ShouldContain("warning IDEO4025: The dataset takes 1 image of this folder, and leaves 1 image in formats "
            + "that Ideogram does not accept: 'images/b.heic'.");
    }

    private async Task ShouldBeCleanInGitAsync(string result)
    {
        _folder.Repository.Commit("A first manifest");
        (await _folder.ValidateAsync()).ShouldContain(result);
    }
}
