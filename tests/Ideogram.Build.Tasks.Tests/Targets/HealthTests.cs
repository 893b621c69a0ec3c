using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

[Trait("Category", "Health")]
[Collection(InProcessCollection.Name)]
public sealed class HealthTests : IDisposable
{
    private readonly Workspace _work = new();

    public HealthTests()
    {
        foreach (var set in new[] { "one", "two" })
        {
            _work.WriteManifest("*.png", $"{set}/ideogram.yml", set);
            File.WriteAllBytes(_work.PathOf($"{set}/a.png"), Canvas.Png(Canvas.Motif(1), 600, 600));
            File.WriteAllBytes(_work.PathOf($"{set}/b.png"), Canvas.Png(Canvas.Motif(1), 700, 700));
        }
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_build_does_not_look_at_the_health_of_a_dataset()
    {
        Items("");

        Build().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_build_looks_at_the_health_of_the_dataset_whose_item_says_so()
    {
        Items(" Health=\"true\"");

        var warning = Build().Warnings.ShouldHaveSingleItem();

        (warning.Code, warning.File).ShouldBe(("IDEO4030", _work.PathOf("two/ideogram.yml")));
    }

    [Fact]
    public void A_build_without_changes_shows_the_health_again_and_validates_nothing()
    {
        Items(" Health=\"true\"");
        Build();

        var second = Build();

        (second.Validations, second.Searches).ShouldBe((0, 0));
        second.Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO4030");
    }

    [Fact]
    public void Health_that_is_switched_on_or_off_counts_in_the_next_build()
    {
        Items("");
        Build();
        Items(" Health=\"true\"");
        Build().Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO4030");
        Items(" Health=\"false\"");

        Build().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_of_the_manifest_count_in_a_build_too()
    {
        Items(" Health=\"true\"");
        _work.Write("two/ideogram.yml", "name: two\nimages: ['*.png']\nrules: { IDEO4030: error }\n");

        Build().Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO4030");
    }

    private void Items(string metadata) => InProcessBuild.WriteProject(_work,
        $"<IdeogramDatasetUpload Include=\"one/ideogram.yml\" /><IdeogramDatasetUpload Include=\"two/ideogram.yml\"{metadata} />");

    private BuildLog Build() => new InProcessBuild(_work).Run();
}
