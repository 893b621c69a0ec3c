using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class NestedDatasetTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Images_of_a_folder_with_its_own_manifest_are_one_warning_in_the_manifest_above()
    {
        _repository.Images("a.png", "harbour/b.png", "harbour/night/c.png").Write("harbour/ideogram.yml", "name: Harbour\nimages: ['**/*.png']\n")
            .Write("harbour/night/own.ideogram.yml", "name: Night\nimages: ['*.png']\n").ManifestOf("'**/*.png'");

        _repository.Validate().ShouldOnlyHave(DatasetRules.Nested).ShouldBeAt(3, 5)
            .ShouldSay("'harbour' has a manifest of its own, 'harbour/ideogram.yml', and this one takes 2 files").ShouldSay("'!harbour/**'");
    }

    [Fact]
    public void An_exclude_or_a_second_manifest_in_the_same_folder_is_fine()
    {
        _repository.Images("a.png", "harbour/b.png").Write("harbour/ideogram.yml", "name: Harbour\nimages: ['*.png']\n")
            .Write("other.ideogram.yml", "name: Other\nimages: ['*.png']\n").ManifestOf("'**/*.png'", "'!harbour/**'");

        _repository.Validate().ShouldBeClean();
    }
}
