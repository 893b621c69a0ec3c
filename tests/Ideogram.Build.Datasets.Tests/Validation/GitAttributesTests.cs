using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

[Trait("Category", "Reviewed")]
public sealed class GitAttributesTests
{
    [Theory]
    [InlineData("*.png text", true)]
    [InlineData("*.png text eol=crlf", true)]
    [InlineData("*.png eol=lf", true)]
    [InlineData("* ident", true)]
    [InlineData("photos/** working-tree-encoding=UTF-16", true)]
    [InlineData("/photos/*.png filter=shrink", true)]
    [InlineData("* text=auto eol=lf", false)]
    [InlineData("* text=auto", false)]
    [InlineData("*.png filter=lfs diff=lfs merge=lfs -text", false)]
    [InlineData("*.png binary", false)]
    [InlineData("*.jpg text", false)]
    [InlineData("* text\n*.png -text", false)]
    [InlineData("*.png text\n# *.png -text", true)]
    public void An_attribute_that_rewrites_an_image_is_a_warning_at_its_line(string attributes, bool warns)
    {
        using var repository = new TempRepository();
        repository.Write(".gitattributes", attributes);
        repository.Write("photos/a.png", TestImages.Png());
        repository.Write("ideogram.yml", "name: Brand\nimages: ['**/*.png']\n");

        var problems = new DatasetValidator(new ValidatorOptions()).Validate(repository.ManifestPath, TestContext.Current.CancellationToken).Diagnostics;

        problems.Any(d => d.Code == "IDEO4026").ShouldBe(warns, string.Join('\n', problems.Select(d => d.Message)));
    }

    [Fact]
    public void The_nearest_attributes_count()
    {
        using var repository = new TempRepository();
        repository.Write(".gitattributes", "* text\n");
        repository.Write("photos/.gitattributes", "*.png -text\n");
        repository.Write("photos/a.png", TestImages.Png());
        repository.Write("b.png", TestImages.Png(seed: 2));
        repository.Write("ideogram.yml", "name: Brand\nimages: ['**/*.png']\n");

        var problem = new DatasetValidator(new ValidatorOptions()).Validate(repository.ManifestPath, TestContext.Current.CancellationToken).Diagnostics
            .Single(d => d.Code == "IDEO4026");

        problem.Message.ShouldStartWith("'* text' makes git rewrite images when it checks them out: 1 image, such as 'b.png'.");
        problem.Position.Line.ShouldBe(1);
    }
}
