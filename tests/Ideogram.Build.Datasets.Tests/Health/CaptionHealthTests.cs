using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Health;

[Trait("Category", "Health")]
public sealed class CaptionHealthTests : IDisposable
{
    private const string V4 = "training: { base: ideogram-v4, model-name: Acme Brand }\n";
    private const string V3 = "training: { base: ideogram-v3, model-name: Acme Brand }\n";
    private const string Structured = """{"high_level_description":"An acme mark","compositional_deconstruction":{"background":"sand","elements":[]}}""";

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Images_without_a_caption_among_captioned_ones_are_one_warning_with_their_names()
    {
        Images(7).Write("p1.txt", "A mark");
        Manifest();

        Said(HealthRules.SomeCaptions).ShouldStartWith("6 of 7 images have no caption: 'p2.png', 'p3.png', 'p4.png', 'p5.png', 'p6.png' and 1 more.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("captions: none\n")]
    [InlineData("captions: { policy: none }\n")]
    public void A_set_without_any_caption_is_on_purpose(string captions)
    {
        Images(3);
        if (captions.Length > 0)
            _repository.Write("p1.txt", "A mark");
        Manifest(captions);

        Check().Said(HealthRules.SomeCaptions).ShouldBeNull();
    }

    [Fact]
    public void Where_captions_are_required_a_missing_one_is_an_error_already()
    {
        Images(2).Write("p1.txt", "A mark");
        Manifest("captions: required\n");

        Check().Said(HealthRules.SomeCaptions).ShouldBeNull();
    }

    [Fact]
    public void Captions_that_differ_only_in_case_and_blanks_are_the_same()
    {
        Images(4).Write("p1.txt", "The Acme mark").Write("p2.txt", "the acme\nmark").Write("p3.txt", "Another").Write("p4.txt", "A third");
        Manifest();

        Said(HealthRules.IdenticalCaptions).ShouldStartWith("2 of 4 captions are the same: 'p1.png', 'p2.png'.");
    }

    [Fact]
    public void Two_files_with_the_same_bytes_may_have_the_same_caption()
    {
        var png = TestImages.Png(seed: 1);
        _repository.Write("p1.png", png).Write("p2.png", png).Write("p1.txt", "A mark").Write("p2.txt", "A mark");
        Manifest();

        Check().Said(HealthRules.IdenticalCaptions).ShouldBeNull();
    }

    [Fact]
    public void Plain_captions_for_Ideogram_4_are_said_once_and_not_also_as_mixed()
    {
        Images(3).Write("p1.txt", "A mark").Write("p2.txt", "Another").Write("p3.json", Structured);
        Manifest(V4);

        Said(HealthRules.PlainTextForV4).ShouldContain("2 images have plain text: 'p1.png', 'p2.png'.");
        Check().Said(HealthRules.MixedCaptions).ShouldBeNull();
    }

    [Fact]
    public void Mixed_kinds_name_the_rarer_one()
    {
        Images(3).Write("p1.txt", "A mark").Write("p2.txt", "Another").Write("p3.json", Structured);
        Manifest();

        Said(HealthRules.MixedCaptions).ShouldContain("Plain captions: 2, structured captions: 1. Structured: 'p3.png'.");
    }

    [Fact]
    public void A_training_that_refuses_structured_captions_says_it_better()
    {
        Images(3).Write("p1.txt", "A mark").Write("p3.json", Structured);
        Manifest(V3);

        Check().Said(HealthRules.MixedCaptions).ShouldBeNull();
    }

    [Fact]
    public void A_required_phrase_is_found_in_any_case_across_lines_and_in_structured_captions()
    {
        Images(3).Write("p1.txt", "The Acme\n  MARK on sand").Write("p2.json", Structured).Write("p3.txt", "A badge");
        Manifest("captions: { require: acme mark }\n");

        Said(HealthRules.WithoutPhrase).ShouldStartWith("1 caption does not contain 'acme mark', which 'captions: require' names: 'p3.png'.");
    }

    [Fact]
    public void A_required_phrase_is_checked_also_without_health()
    {
        Images(1).Write("p1.txt", "A badge");
        Manifest("captions: { policy: required, require: acme mark }\n");

        _repository.Validate().ShouldOnlyHave(HealthRules.WithoutPhrase);
    }

    [Theory]
    [InlineData("{ policy: never }", "IDEO1014")]
    [InlineData("{ require: '  ' }", "IDEO1015")]
    [InlineData("{ require: 5 }", "IDEO1013")]
    [InlineData("{ phrase: acme }", "IDEO1010")]
    [InlineData("{ policy: none, require: acme }", "IDEO1016")]
    [InlineData("[required]", "IDEO1013")]
    public void A_wrong_form_of_captions_is_said(string captions, string code)
    {
        Images(1);
        Manifest($"captions: {captions}\n");

        var diagnostics = _repository.Validate().Diagnostics;
        diagnostics.ShouldHaveSingleItem().IsError.ShouldBeTrue();
        diagnostics[0].Code.ShouldBe(code);
    }

    [Fact]
    public void Nothing_is_said_unless_the_caller_asks_for_health()
    {
        Images(2).Write("p1.txt", "A mark");
        Manifest();

        _repository.Validate().Diagnostics.ShouldBeEmpty();
    }

    private TempRepository Images(int count) => _repository.Images([.. Enumerable.Range(1, count).Select(i => $"p{i}.png")]);

    private void Manifest(string more = "") => _repository.Manifest($"name: Acme\nimages: ['*.png']\n{more}");

    private Datasets.Validation.Dataset Check() => _repository.CheckHealth();

    private string Said(Rule rule) => Check().Said(rule).ShouldNotBeNull().Message;
}
