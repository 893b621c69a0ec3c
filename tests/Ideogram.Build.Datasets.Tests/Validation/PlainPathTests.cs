using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

/// <summary>Files whose names are another file's on another system, or two files' names on this one.</summary>
[Trait("Category", "Hostile")]
public sealed class PlainPathTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    public static TheoryData<string> Names => ["a\nb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u001bb", "a.zip!b"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Neither_an_image_nor_a_folder_of_images_may_have_such_a_name(string name)
    {
        _repository.Images($"p/{name}.png", $"p/{name}/c.png", "p/good.png").ManifestOf("p/**");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ManifestRules.NotPlainName).ShouldBeAt(3, 5).ShouldSay("and 1 more: a path that has");
        dataset.ShouldHaveAssets("p/good.png");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_excluded_may_have_any_name(string name)
    {
        _repository.Images($"p/{name}.png", "p/good.png").ManifestOf("p/**", $"\"!p/{new string('?', name.Length)}.png\"");

        _repository.Validate().ShouldBeClean();
    }

    [Fact]
    public void A_backslash_in_a_name_is_not_the_end_of_a_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repository.Images("p/x.png", @"p\x.png", @"p/q\r.png").ManifestOf("\"**/*.png\"");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ManifestRules.NotPlainName).ShouldSay(@"'p/q\r.png' and 1 more: a path that has a backslash");
        dataset.ShouldHaveAssets("p/x.png");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_caption_file_with_such_a_name_is_an_error_and_no_orphan(string name)
    {
        _repository.Images("a.png").Write($"{name}.txt", "A caption").ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NotPlainName).ShouldSay("The caption file");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_manifest_with_such_a_path_is_an_error_that_names_it_escaped(string name)
    {
        foreach (var path in new[] { $"{name}/ideogram.yml", $"sets/{name}.ideogram.yml" })
        {
            _repository.Images(Path.Combine(Path.GetDirectoryName(path)!, "a.png")).Write(path, "name: A\nimages: [a.png]\n");

            var dataset = new DatasetValidator(new ValidatorOptions()).Validate(_repository.PathOf(path), TestContext.Current.CancellationToken);

            dataset.ShouldOnlyHave(ManifestRules.NotPlainName).ShouldSay(Datasets.Diagnostics.MessageText.Escape(path));
            dataset.Manifest.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_manifest_cannot_name_such_a_path(string name)
    {
        _repository.Images($"{name}.png").Manifest($"name: A\nimages:\n  - path: {System.Text.Json.JsonSerializer.Serialize(name + ".png")}\n");

        _repository.Validate().ShouldOnlyHave(ManifestRules.BadPath).ShouldSay("Rename the file or folder");
    }

    [Theory]
    [MemberData(nameof(Names))]
    [InlineData(@"a\b")]
    [InlineData("a\0b")]
    [InlineData("a\uFFFDb")]
    public void An_entry_of_an_archive_cannot_have_such_a_name(string name)
    {
        _repository.Write("s.zip", TestZip.Create(("good.png", TestImages.Png("1")), ($"x/{name}.png", TestImages.Png("2")))).ManifestOf("s.zip");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ArchiveRules.BadName);
        dataset.ShouldHaveAssets("s.zip!good.png");
    }

    [Fact]
    public void Names_that_are_not_utf_8_are_refused_and_never_passed_over()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _repository.Images("p/good.png").ManifestOf("p/**");
        Shell(@"cp p/good.png ""$(printf 'p/a\351.png')""; cp p/good.png ""$(printf 'p/a\350.png')""; "
            + @"mkdir ""$(printf 'p/f\351')""; cp p/good.png ""$(printf 'p/f\351/x.png')""");

        var dataset = _repository.Validate();

        // .NET could not remove what it cannot name.
        Shell("rm -rf p");
        dataset.Diagnostics.Select(d => d.Rule).ShouldBe([ManifestRules.NotPlainName, ManifestRules.UnreadableFolder], ignoreOrder: true);
        dataset.ShouldHaveAssets("p/good.png");
    }

    [Fact]
    public void An_old_archive_s_names_are_read_as_the_format_says()
    {
        var zip = TestZip.Create(("p\u00FFn.png", TestImages.Png("1")));
        var old = zip.ToArray();
        for (var at = old.AsSpan().IndexOf(new byte[] { 0xC3, 0xBF }); at >= 0; at = old.AsSpan().IndexOf(new byte[] { 0xC3, 0xBF }))
            (old[at], old[at + 1]) = (0x81, (byte)'x');

        _repository.Write("s.zip", old).ManifestOf("s.zip").Validate().ShouldHaveAssets("s.zip!püxn.png");
    }

    private void Shell(string script) => TestProcess.Run(_repository.Root, "sh", "-ec", script).ExitCode.ShouldBe(0);
}
