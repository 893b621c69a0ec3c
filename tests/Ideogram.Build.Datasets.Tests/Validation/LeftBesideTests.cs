using System.Globalization;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

/// <summary>A person thinks that a manifest takes the folder; it takes what it names. What lies beside is said once for each folder and kind.</summary>
[Trait("Category", "Silence")]
public sealed class LeftBesideTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Photographs_in_another_case_are_named_with_the_line_that_takes_them()
    {
        _repository.Images([.. Numbered("photos/p{0}.jpg", 3), .. Numbered("photos/IMG_{0}.JPG", 12)]).ManifestOf("'photos/*.jpg'");

        Only(DatasetRules.LeftImages).ShouldBeAt(3, 5).Message.ShouldBe(
            "The dataset takes 3 images of this folder, and leaves 12 images beside them that the globs miss: 'photos/IMG_01.JPG', 'photos/IMG_02.JPG', "
            + "'photos/IMG_03.JPG' and 9 more. A glob takes names as they are written: upper and lower case and accents count. "
            + "Add to 'images': - \"photos/*.JPG\". To leave them out, write: - \"!photos/*.JPG\".");
        _repository.ManifestOf("'photos/*.jpg'", "\"photos/*.JPG\"");
        Clean();
        _repository.ManifestOf("'photos/*.jpg'", "\"!photos/*.JPG\"");
        Clean();
    }

    [Theory]
    [InlineData("photos/*.jpg", "photos/b.jpeg", "- \"photos/*.jpeg\"")]
    [InlineData("photos/*.jpg", "photos/b.Jpeg", "- \"photos/*.Jpeg\"")]
    [InlineData("**/*.jpg", "photos/b.JPG", "- \"**/*.JPG\"")]
    [InlineData("photos/*.{jpg,png}", "photos/b.PNG", "- \"photos/*.PNG\"")]
    [InlineData("photos/[a-z]*.jpg", "photos/B.jpg", "- \"photos/*.jpg\"")]
    [InlineData("photos/{a,caf\u00E9}*.jpg", "photos/cafe\u0301.jpg", "- \"photos/*.jpg\"")]
    public void A_spelling_that_a_glob_misses_is_named(string glob, string beside, string line)
    {
        _repository.Images("photos/a.jpg", beside).ManifestOf($"'{glob}'");

        Only(DatasetRules.LeftImages).ShouldSay($"leaves 1 image beside them that the globs miss: '{beside}'").ShouldSay($"Add to 'images': {line}.");
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("HEIC")]
    [InlineData("avif")]
    [InlineData("gif")]
    [InlineData("tif")]
    [InlineData("TIFF")]
    [InlineData("bmp")]
    [InlineData("jxl")]
    [InlineData("dng")]
    [InlineData("CR3")]
    [InlineData("nef")]
    [InlineData("jfif")]
    public void Images_in_formats_that_Ideogram_does_not_accept_are_named(string extension)
    {
        foreach (var glob in new[] { "photos/*", "photos/*.jpg", "**/*.{jpg,png}", "**" })
        {
            _repository.Images("photos/a.jpg").Write($"photos/b.{extension}", "x").Write($"photos/c.{extension}", "x").ManifestOf($"'{glob}'");

            Only(DatasetRules.LeftFormats).Message.ShouldBe(
                "The dataset takes 1 image of this folder, and leaves 2 images in formats that Ideogram does not accept: "
                + $"'photos/b.{extension}' and 'photos/c.{extension}'. Convert them to JPEG, PNG or WebP. To leave them out, add to 'images': "
                + $"- \"!photos/*.{extension}\".");
        }

        _repository.ManifestOf("photos/*", $"\"!photos/*.{extension}\"");
        Clean();
    }

    [Fact]
    public void A_warning_stands_for_a_folder_and_a_kind()
    {
        foreach (var folder in new[] { "a", "b" })
            _repository.Images($"{folder}/1.jpg", $"{folder}/2.JPG", $"{folder}/3.JPG").Write($"{folder}/4.heic", "x").Write($"{folder}/5.gif", "x");
        _repository.ManifestOf("'**/*.jpg'");

        var warnings = Validate("ideogram.yml");

        warnings.Count(d => d.Rule == DatasetRules.LeftImages).ShouldBe(2);
        warnings.Count(d => d.Rule == DatasetRules.LeftFormats).ShouldBe(2);
        warnings.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("metadata.jsonl", "{\"file_name\":\"1.jpg\",\"text\":\"a mug\"}\n", "captions-from: photos/metadata.jsonl.")]
    [InlineData("caption.csv", "file_name,caption\n1.jpg,a mug\n", "captions-from: photos/caption.csv.")]
    [InlineData("labels.csv", "filename,description\n1.jpg,a mug\n", "captions-from: { file: photos/labels.csv, image: filename, text: description }.")]
    [InlineData("my captions.csv", "file_name,prompt\n1.jpg,a mug\n", "captions-from: \"photos/my captions.csv\".")]
    [InlineData("captions.csv", "1.jpg;a mug\n", "captions-from: { file: photos/captions.csv, image: …, text: … }.")]
    [InlineData("captions.json", "{\"1.jpg\":\"a mug\"}", "Save it as JSON Lines (.jsonl) or CSV (.csv)")]
    [InlineData("metadata.parquet", "PAR1", "Save it as JSON Lines (.jsonl) or CSV (.csv)")]
    public void A_table_that_nothing_reads_is_named_with_the_line_that_reads_it(string name, string text, string line)
    {
        _repository.Images("photos/1.jpg", "photos/2.jpg").Write($"photos/{name}", text).ManifestOf("photos/*.jpg");

        Only(CaptionRules.Unread).ShouldBeAt(3, 5).ShouldSay($"2 images of the dataset have no caption, and nothing reads 'photos/{name}'.").ShouldSay(line);
    }

    [Fact]
    public void A_table_above_its_images_is_named_once()
    {
        _repository.Images("data/a/1.jpg", "data/b/2.jpg").Write("data/metadata.jsonl", "{\"file_name\":\"a/1.jpg\",\"text\":\"a mug\"}\n")
            .Write("data/ideogram.yml", "name: Acme\nimages: ['**/*.jpg']\n");

        Validate("data/ideogram.yml").ShouldHoldOnly(CaptionRules.Unread).ShouldSay("captions-from: metadata.jsonl.");
    }

    [Fact]
    public void Caption_files_of_other_programs_are_named()
    {
        _repository.Images("photos/a.jpg", "photos/b.jpg").Write("photos/a.tags", "mug").Write("photos/b.tags", "mug").ManifestOf("photos/*.jpg");

        Only(CaptionRules.Unread).Message.ShouldBe("2 images of the dataset have no caption, and nothing reads 'photos/a.tags' and 'photos/b.tags', which have "
            + "their names. A caption is a file that ends in .txt, .caption or .json: rename them.");
    }

    [Theory]
    [InlineData("{0}.TXT", "write its extension in lower case")]
    [InlineData("{0}.Caption", "write its extension in lower case")]
    [InlineData("{0}.jpg.txt", "leave out the image's extension: name it 'p01.txt'")]
    [InlineData("P{1}.txt", "'p01.jpg' beside it has another name: upper and lower case count")]
    public void Captions_whose_names_miss_their_images_are_one_warning(string name, string says)
    {
        _repository.Images([.. Numbered("photos/p{0}.jpg", 5)]).ManifestOf("photos/*.jpg");
        for (var i = 1; i <= 5; i++)
            _repository.Write("photos/" + string.Format(CultureInfo.InvariantCulture, name, $"p0{i}", $"0{i}"), "a mug");

        Only(CaptionRules.Orphan).ShouldSay("5 files of this folder are captions of no image: '").ShouldSay("' and 2 more. Of the first: ").ShouldSay(says);
    }

    [Theory]
    [InlineData("data/images", "data/captions")]
    [InlineData("data/images", "data/words of images")]
    [InlineData("data/images", "data/images/captions")]
    [InlineData("data/images", "data")]
    [InlineData("data/images/train", "data/captions/train")]
    public void Captions_in_another_folder_are_named(string images, string captions)
    {
        _repository.Images($"{images}/a.jpg", $"{images}/b.jpg").Write($"{captions}/a.txt", "a mug").Write($"{captions}/b.txt", "a mug")
            .ManifestOf($"{images}/*.jpg");

        Only(CaptionRules.OtherFolder).Message.ShouldBe(
            $"2 images of '{images}' have no caption, and '{captions}' holds caption files with their names: 'a.txt' and 'b.txt'. "
            + $"A caption is read beside its image only. Move the files into '{images}', or write them into a table and name it with 'captions-from'.");
    }

    [Fact]
    public void Captions_of_other_images_of_the_same_names_are_theirs()
    {
        _repository.Images("one/a.jpg", "two/a.jpg").Write("two/a.txt", "a mug").ManifestOf("one/*.jpg");

        Clean();
    }

    [Theory]
    [InlineData("{\"high_level_description\":\"a mug\"}")]
    [InlineData("[{\"caption\": \"a mug\"}]")]
    [InlineData("```json\n{\"high_level_description\":\"a mug\"}\n```")]
    public void A_text_that_is_json_is_named(string text)
    {
        _repository.Images("photos/a.jpg", "photos/b.jpg").Write("photos/a.txt", text).Write("photos/b.caption", text).ManifestOf("photos/*.jpg");

        Only(CaptionRules.JsonAsText).Message.ShouldBe("2 captions are JSON in plain text, which Ideogram reads as the words of a text: of 'photos/a.jpg' and "
            + "'photos/b.jpg'. If they are structured captions, write them into files that end in .json; else write the text alone.");
    }

    [Theory]
    [InlineData("a [mug], {red}")]
    [InlineData("{trigger} a mug")]
    [InlineData("(masterpiece), a mug")]
    public void A_text_with_brackets_is_a_text(string text)
    {
        _repository.Images("photos/a.jpg").Write("photos/a.txt", text).ManifestOf("photos/*.jpg");

        Clean();
    }

    [Fact]
    public void What_another_manifest_takes_is_not_left()
    {
        _repository.Images("a.jpg", "b.JPG").ManifestOf("'*.jpg'").Write("other.ideogram.yml", "name: Other\nimages: ['*.JPG']\n");

        Validate("ideogram.yml", "other.ideogram.yml").ShouldBeEmpty();
        Validate("ideogram.yml").ShouldHoldOnly(DatasetRules.LeftImages);
    }

    [Theory]
    [InlineData("raw and JPEG", "photos/a.cr2")]
    [InlineData("another image format", "photos/b.png")]
    [InlineData("a folder below", "photos/more/b.jpg")]
    [InlineData("a vector drawing", "photos/b.svg")]
    [InlineData("a dot file", "photos/.b.JPG")]
    [InlineData("files of the system", "photos/Thumbs.db")]
    [InlineData("settings of a camera", "photos/a.xmp")]
    [InlineData("a list of something else", "photos/prices.csv")]
    [InlineData("what Python needs", "photos/requirements.txt")]
    [InlineData("a table of nothing", "prices.jsonl")]
    [InlineData("what the readme shows", "demo.gif")]
    public void What_is_no_part_of_a_dataset_is_not_named(string what, string file)
    {
        _repository.Images("photos/a.jpg").Write(file, "id,price\n1,2\n").ManifestOf("photos/*.jpg");

        Validate("ideogram.yml").ShouldBeEmpty(what);
    }

    [Fact]
    public void Where_a_line_names_one_file_nobody_thinks_of_the_folder()
    {
        _repository.Images("a.jpg", "A2.JPG").Write("b.heic", "x").ManifestOf("a.jpg", "path: a.jpg");

        Clean();
    }

    [Fact]
    public void Where_every_image_has_a_caption_other_captions_do_not_matter()
    {
        _repository.Images("data/images/a.jpg").Write("data/images/a.txt", "a mug").Write("data/images/metadata.jsonl", "{}")
            .Write("data/captions/a.txt", "a mug").Write("data/images/a.tags", "mug").ManifestOf("data/images/*.jpg");

        Clean();
    }

    [Fact]
    public void Where_captions_are_not_wanted_none_is_missed()
    {
        _repository.Images("data/images/a.jpg").Write("data/images/metadata.jsonl", "{}").Write("data/captions/a.txt", "a mug")
            .Manifest("name: Acme\nimages: ['**/*.jpg']\ncaptions: none\n");

        Clean();
    }

    [Fact]
    public void What_a_build_writes_is_not_named()
    {
        _repository.Images("src/a.jpg", "src/bin/a.jpg", "src/bin/b.JPG").Write("src/obj/c.heic", "x").ManifestOf("'**/*.jpg'");

        Validate("ideogram.yml").Where(d => d.Rule != DatasetRules.IdenticalImages).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_or_a_folder_may_be_left_out_on_purpose()
    {
        _repository.Images("data/images/a.jpg").Write("data/images/metadata.jsonl", "{}").Write("data/captions/a.txt", "a mug")
            .Write("data/images/a.tags", "mug").ManifestOf("data/images/*.jpg", "\"!**/metadata.jsonl\"", "\"!data/captions/**\"", "\"!**/*.tags\"");

        Clean();
    }

    [Fact]
    public void A_repository_of_a_thousand_images_with_readmes_scripts_and_thumbnails_is_clean()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var folder = $"set{i / 100}";
            _repository.Write($"{folder}/photo{i}.jpg", TestImages.Png($"{i}")).Write($"{folder}/photo{i}.txt", $"mug {i}")
                .Write($"{folder}/thumbs/photo{i}.JPG", "x").Write($"{folder}/photo{i}_thumb.JPG", "x");
        }

        foreach (var file in new[] { "README.md", "LICENSE", "LICENSE.txt", "requirements.txt", "scripts/resize.py", "scripts/sizes.csv", "demo.gif" })
            _repository.Write(file, "x");
        string[] manifests = [.. Enumerable.Range(0, 10).Select(i => $"set{i}/ideogram.yml")];
        foreach (var manifest in manifests)
            _repository.Write(manifest, $"name: {manifest[..4]}\nimages:\n  - '**/*.jpg'\n  - '!thumbs/**'\n  - '!**/*_thumb.*'\nrules: {{ IDEO2007: none }}\n")
                .Write(manifest.Replace("ideogram.yml", "README.md", StringComparison.Ordinal), "x");

        Validate(manifests).ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_raise_and_silence_them()
    {
        _repository.Images("a.jpg", "b.JPG").Write("c.heic", "x").Manifest("name: Acme\nimages: ['*.jpg']\nrules: { IDEO4024: error, IDEO4025: none }\n");

        Only(DatasetRules.LeftImages).IsError.ShouldBeTrue();
    }

    private static string[] Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(i => string.Format(CultureInfo.InvariantCulture, name, $"{i:00}"))];

    private Diagnostic Only(Rule rule) => Validate("ideogram.yml").ShouldHoldOnly(rule);

    private void Clean() => Validate("ideogram.yml").ShouldBeEmpty();

    // The images are PNGs, whatever they are called.
    private List<Diagnostic> Validate(params string[] manifests) =>
    [
        .. new DatasetValidator(new ValidatorOptions()).Validate([.. manifests.Select(_repository.PathOf)], TestContext.Current.CancellationToken)
            .SelectMany(d => d.Diagnostics).Where(d => d.Code != "IDEO2007"),
    ];
}
