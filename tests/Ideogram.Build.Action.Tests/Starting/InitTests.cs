using System.Text.Json.Nodes;
using Ideogram.Build.Action.Starting;
using Ideogram.Build.Action.Tests.World;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Ideogram.Build.Action.Tests.Starting;

public sealed class InitTests : IDisposable
{
    private const string Workflow = ".github/workflows/ideogram.yml";

    private readonly GitFolder _git = new();
    private int _images;

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task A_folder_of_images_gets_a_manifest_that_validates_and_fits_the_schema()
    {
        Images("photos/a.png", "photos/more/b.PNG");
        _git.Write("photos/a.txt", "The first");

        var (code, output, _) = await InitAsync("photos");

        code.ShouldBe(0, output);
        (await ValidateAsync()).ShouldContain("1 dataset, 2 images checked: 0 errors");
        await FitsTheSchemaAsync("photos/ideogram.yml");
        Read("photos/ideogram.yml").ShouldContain("captions: optional");
    }

    [Fact]
    public async Task The_first_line_tells_editors_the_schemas_published_address()
    {
        Images("a.png");

        await InitAsync();

        var schema = JsonNode.Parse(await File.ReadAllTextAsync(GitHubRulesTests.RepositoryFile("docs/ideogram.schema.json"), TestContext.Current.CancellationToken))!;
        Read("ideogram.yml").ShouldStartWith($"# yaml-language-server: $schema={schema["$id"]}\n");
        ManifestDraft.Schema.ShouldBe(schema["$id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Captions_are_required_where_each_image_has_one()
    {
        Images("a.png", "b.png");
        _git.Write("a.txt", "One");
        _git.Write("b.json", """{ "high_level_description": "Two", "compositional_deconstruction": { "background": "White", "elements": [] } }""");

        (await InitAsync()).Code.ShouldBe(0);

        Read("ideogram.yml").ShouldContain("captions: required");
    }

    [Fact]
    public async Task The_repository_gets_the_documented_workflow_for_its_own_branch()
    {
        _git.Git("checkout", "--quiet", "-b", "trunk");
        Images("photos/a.png");

        var (code, output, _) = await InitAsync("photos");

        code.ShouldBe(0);
        output.ShouldContain("the upload on a push to trunk");
        Read(Workflow).ShouldBe((await File.ReadAllTextAsync(GitHubRulesTests.RepositoryFile("docs/workflows/one.yml"), TestContext.Current.CancellationToken))
            .Replace("[main]", "[\"trunk\"]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_remotes_default_branch_counts_more_than_the_current_one()
    {
        Images("a.png");
        var commit = _git.Commit("One");
        _git.Git("update-ref", "refs/remotes/origin/develop", commit);
        _git.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        _git.Git("checkout", "--quiet", "-b", "feature");

        await InitAsync();

        Read(Workflow).ShouldContain("branches: [\"develop\"]");
    }

    [Fact]
    public async Task A_manifest_that_is_there_is_not_touched()
    {
        Images("a.png");
        _git.Write("ideogram.yml", "name: Mine\n");

        var (code, output, _) = await InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("ideogram.yml(1,1): error IDEO4070: ");
        Read("ideogram.yml").ShouldBe("name: Mine\n");
        File.Exists(PathOf(Workflow)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_link_in_the_manifests_place_is_not_written_through()
    {
        Images("photos/a.png");
        File.CreateSymbolicLink(PathOf("photos/ideogram.yml"), PathOf("victim"));

        (await InitAsync("photos")).Output.ShouldContain("IDEO4070");

        File.Exists(PathOf("victim")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_workflow_folder_behind_a_link_is_not_written_into()
    {
        Images("a.png");
        using var elsewhere = new GitFolder();
        Directory.CreateSymbolicLink(PathOf(".github"), elsewhere.Path);

        var (code, output, _) = await InitAsync();

        code.ShouldBe(0);
        output.ShouldContain("no workflow: .github/workflows is behind a symbolic link");
        Directory.Exists(Path.Combine(elsewhere.Path, "workflows")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_workflow_that_uses_the_action_serves_all_manifests()
    {
        Images("one/a.png", "two/b.png");
        await InitAsync("one");
        File.Move(PathOf(Workflow), PathOf(".github/workflows/datasets.yaml"));

        var (code, output, _) = await InitAsync("two");

        code.ShouldBe(0, output);
        output.ShouldContain("kept .github/workflows/datasets.yaml");
        File.Exists(PathOf(Workflow)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_workflow_of_another_kind_keeps_its_file()
    {
        Images("a.png");
        _git.Write(Workflow, "name: Mine\n");

        var (code, output, _) = await InitAsync();

        code.ShouldBe(0, output);
        output.ShouldContain($"kept {Workflow}");
        Read(Workflow).ShouldBe("name: Mine\n");
    }

    [Fact]
    public async Task No_workflow_is_written_where_none_is_wanted()
    {
        Images("a.png");

        (await InitAsync("--no-workflow")).Code.ShouldBe(0);

        Directory.Exists(PathOf(".github")).ShouldBeFalse();
    }

    [Fact]
    public async Task Outside_of_git_there_is_a_manifest_and_no_workflow()
    {
        Images("a.png");
        Directory.Delete(PathOf(".git"), recursive: true);

        var (code, output, _) = await InitAsync();

        code.ShouldBe(0, output);
        output.ShouldContain("no workflow: the folder is in no git repository");
        File.Exists(PathOf("ideogram.yml")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_without_images_is_said_to_be_one()
    {
        _git.Write("notes/readme.md", "Words");

        var (code, output, _) = await InitAsync("notes");

        code.ShouldBe(1);
        output.ShouldContain("notes/ideogram.yml(1,1): error IDEO4071: ");
        File.Exists(PathOf("notes/ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task More_images_than_a_dataset_holds_are_refused_before_anything_is_written()
    {
        for (var i = 0; i < 101; i++)
            _git.Write($"p{i}.png", "");

        var (code, output, _) = await InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("error IDEO4072: The folder holds 101 images");
        File.Exists(PathOf("ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dot_folder_is_refused_with_the_code_that_validation_would_have()
    {
        Images(".photos/a.png");

        var (code, output, _) = await InitAsync(".photos");

        code.ShouldBe(1);
        output.ShouldContain("error IDEO1023: ");
    }

    [Fact]
    public async Task Broken_images_are_told_and_the_manifest_stays()
    {
        Images("a.png");
        _git.Write("b.png", "version https://git-lfs.github.com/spec/v1\noid sha256:" + new string('0', 64) + "\nsize 12\n");

        var (code, output, _) = await InitAsync();

        code.ShouldBe(1);
        output.ShouldContain("b.png(1,1): error IDEO2002: ");
        output.ShouldContain("1. Mend the errors above");
        File.Exists(PathOf("ideogram.yml")).ShouldBeTrue();
    }

    [Fact]
    public async Task Links_and_inner_repositories_are_excluded()
    {
        Images("a.png", "vendor/kit/b.png");
        _git.Write("vendor/kit/.git", "gitdir: ../../.git/modules/kit");
        File.CreateSymbolicLink(PathOf("link.png"), PathOf("a.png"));

        var (code, output, _) = await InitAsync();

        code.ShouldBe(0, output);
        (await ValidateAsync()).ShouldContain("1 dataset, 1 image checked: 0 errors");
    }

    [Theory]
    [InlineData("it's: a \"test\" #1")]
    [InlineData("- [x] {y}, *z* & !w")]
    [InlineData("yes")]
    [InlineData("2024")]
    [InlineData("~")]
    [InlineData("@photos|>%`")]
    [InlineData("line\nbreak\ttab")]
    [InlineData("right\u202eleft")]
    [InlineData("  blanks  ")]
    [InlineData("äöü 写真 👩‍🎨")]
    [InlineData("back\\slash")]
    [Trait("Category", "Hostile")]
    public async Task Any_name_of_a_folder_becomes_a_manifest_that_validates(string folder)
    {
        Images($"{folder}/a.png", $"{folder}/c: 'd'/b.jpg.png");
        File.CreateSymbolicLink(PathOf($"{folder}/c: 'd'/[l]ink\".png"), PathOf("nowhere"));
        Images($"{folder}/!i{{n}}ner*/x.png");
        _git.Write($"{folder}/!i{{n}}ner*/.git", "gitdir: elsewhere");

        var (code, output, _) = await InitAsync("./" + folder);

        code.ShouldBe(0, output);
        (await ValidateAsync()).ShouldContain("1 dataset, 2 images checked: 0 errors");
        await FitsTheSchemaAsync($"{folder}/ideogram.yml");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_folders_name_cannot_forge_a_workflow_command()
    {
        Images("photos\n::error::x/a.png");

        var (_, output, _) = await InitAsync("photos\n::error::x");

        output.Split('\n').ShouldNotContain(l => l.StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_as_long_as_a_path_is_cut_to_what_ideogram_takes()
    {
        var folder = string.Concat(Enumerable.Repeat("👩", 60));
        Images($"{folder}/a.png");

        (await InitAsync(folder)).Code.ShouldBe(0);

        (await ValidateAsync()).ShouldContain("0 errors");
    }

    [Fact]
    public async Task The_name_is_the_repositorys_and_the_folders_unless_one_is_given()
    {
        Images("photos/summer/a.png", "logos/b.png");

        await InitAsync("photos/summer");
        await InitAsync("logos", "--name", "Acme \"Brand\"");

        Read("photos/summer/ideogram.yml").ShouldContain($"\nname: \"{Path.GetFileName(_git.Path)} photos summer\"\n");
        Read("logos/ideogram.yml").ShouldContain("\nname: \"Acme \\\"Brand\\\"\"\n");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a.png")]
    [InlineData("--nmae=x")]
    [InlineData(".", "--name", " ")]
    [InlineData(".", "--name", "a\nb")]
    public async Task Wrong_usage_is_exit_2_and_writes_nothing(params string[] arguments)
    {
        Images("a.png");

        var (code, _, errors) = await InitAsync(arguments);

        code.ShouldBe(2);
        errors.ShouldNotBeEmpty();
        File.Exists(PathOf("ideogram.yml")).ShouldBeFalse();
    }

    private void Images(params string[] paths)
    {
        foreach (var path in paths)
            _git.Write(path, TestImage.Png(++_images));
    }

    private string PathOf(string path) => Path.Combine(_git.Path, path);

    private string Read(string path) => File.ReadAllText(PathOf(path));

    private Task<TerminalResult> InitAsync(params string[] arguments) => Terminal.RunAsync(_git.Path, ["init", .. arguments]);

    private async Task<string> ValidateAsync() => (await Terminal.RunAsync(_git.Path, "validate")).Output;

    private async Task FitsTheSchemaAsync(string manifest)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(GitHubRulesTests.RepositoryFile("docs/ideogram.schema.json"), TestContext.Current.CancellationToken));
        var yaml = new YamlStream();
        using var text = new StringReader(Read(manifest));
        yaml.Load(text);
        schema.Validate(Json(yaml.Documents[0].RootNode)!.ToJsonString()).ShouldBeEmpty();
    }

    // Every value that init writes is a text.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
