using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

/// <summary>A checkout that lacks files of the commit would make another dataset, and what is uploaded cannot be taken back.</summary>
[Trait("Category", "Silence")]
public sealed class IncompleteCheckoutTests : IDisposable
{
    private const string Pointer = "version https://git-lfs.github.com/spec/v1\n"
        + "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

    private readonly GitRepository _origin = new();
    private readonly List<GitRepository> _checkouts = [];

    public IncompleteCheckoutTests()
    {
        _origin.Write("data/ideogram.yml", "name: Brand\nimages:\n  - '**/*.{png,zip}'\nupdate: revision\ncaptions-from: more/captions.csv\n");
        _origin.Write("data/more/captions.csv", "file_name,text\n../extra/e1.png,a row\n");
        foreach (var image in new[] { "train/t1", "train/t2", "extra/e1", "extra/e2" })
            _origin.Write($"data/{image}.png", TestImages.Png(image));
        _origin.Write("data/train/t1.txt", "a caption");
        _origin.Write("data/shoot.zip", TestZip.Create(("z1.png", TestImages.Png("z1")), ("z2.png", TestImages.Png("z2"))));
        _origin.Write("code/program.cs", "class Program;");
        _origin.Git("config", "uploadpack.allowFilter", "true");
        _origin.Commit("A brand");
    }

    /// <summary>The twelve, each with what a person reads.</summary>
    public static TheoryData<string, string[]> Incomplete => new()
    {
        {
            "cone",
            ["lacks 2 files", "'data/extra/e1.png', 'data/extra/e2.png'", "git sparse-checkout disable", "remove 'sparse-checkout' from actions/checkout"]
        },
        { "no cone", ["lacks 2 files", "'data/extra/e1.png', 'data/extra/e2.png'", "git sparse-checkout disable"] },
        { "sparse index", ["lacks 2 files", "'data/extra/e1.png', 'data/extra/e2.png'", "git sparse-checkout disable"] },
        { "sparse index without trees", ["lacks the folder 'data/extra/'", "git sparse-checkout disable"] },
        { "skip-worktree", ["lacks a file", "'data/train/t2.png'", "'skip-worktree'"] },
        { "assume-unchanged", ["lacks a file", "'data/train/t2.png'", "git update-index --no-assume-unchanged"] },
        { "pointer of an image", ["'train/t2.png'", "is a Git LFS pointer, not the image", "'lfs: true'"] },
        { "pointer of a caption", ["'train/t1.txt' is a Git LFS pointer, not the caption", "'lfs: true'"] },
        { "submodule", ["'data/vendor', a submodule that is not in this checkout", "exclude the folder with '!'"] },
        { "deleted image", ["lacks a file", "'data/train/t1.png'", "'git restore'", "'git rm'"] },
        { "left out caption", ["lacks a file", "'data/train/t1.txt'", "git sparse-checkout disable"] },
        { "left out table and archive", ["lacks 2 files", "'data/more/captions.csv', 'data/shoot.zip'", "git sparse-checkout disable"] },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_incomplete_checkout_is_an_error(string how, string[] says)
    {
        var checkout = Make(how);

        var dataset = Validate(checkout);

        dataset.IsValid.ShouldBeFalse();
        var expected = how.StartsWith("pointer", StringComparison.Ordinal) ? new[] { "IDEO2002", "IDEO3014" } : ["IDEO4022"];
        var error = dataset.Diagnostics.First(d => expected.Contains(d.Code));
        error.IsError.ShouldBeTrue();
        foreach (var text in says)
            error.ShouldSay(text);
    }

    [Fact]
    public void There_are_twelve() => Incomplete.Count.ShouldBe(12);

    [Theory]
    [InlineData]
    [InlineData("--depth", "1")]
    [InlineData("--filter=blob:none")]
    [InlineData("--filter=tree:0")]
    public void A_clone_with_all_files_is_clean_however_little_history_it_has(params string[] options) =>
        Validate(Clone([.. options])).ShouldBeClean();

    [Fact]
    public void What_sparse_checkout_leaves_out_elsewhere_does_not_matter()
    {
        foreach (var index in new[] { "--no-sparse-index", "--sparse-index" })
        {
            var checkout = Clone("--no-checkout");
            Sparse(checkout, "set", "--cone", index, "data");

            File.Exists(checkout.PathOf("code/program.cs")).ShouldBeFalse();
            Validate(checkout).ShouldBeClean();
        }
    }

    [Fact]
    public void A_folder_that_is_excluded_may_be_left_out()
    {
        _origin.Write("data/ideogram.yml", "name: Brand\nimages:\n  - '**/*.png'\n  - '!extra/**'\n");
        _origin.Commit("Without extra");

        Validate(Make("sparse index without trees")).ShouldBeClean();
        Validate(Make("cone")).ShouldBeClean();
    }

    [Fact]
    public void A_removal_that_is_committed_is_no_error()
    {
        var checkout = Clone();
        checkout.Git("rm", "-q", "data/train/t1.png", "data/train/t1.txt");

        Validate(checkout).ShouldBeClean();
    }

    [Fact]
    public void A_caption_that_is_never_sent_may_be_left_out()
    {
        _origin.Write("data/ideogram.yml", "name: Brand\nimages: ['train/*.png']\ncaptions: none\n");
        _origin.Commit("Without captions");

        Validate(Make("left out caption")).ShouldBeClean();
    }

    [Fact]
    public void Without_git_a_sparse_checkout_is_not_trusted()
    {
        var checkout = Make("cone");
        File.WriteAllText(checkout.PathOf(".git/index"), "no index");

        var dataset = Validate(checkout);

        dataset.Diagnostics.Select(d => d.Code).ShouldBe(["IDEO4021", "IDEO4022"], ignoreOrder: true);
        dataset.Diagnostics.First(d => d.IsError).ShouldSay("'core.sparseCheckout'");
    }

    [Fact]
    public void A_pointer_of_a_table_or_an_archive_is_called_that()
    {
        var checkout = Clone();
        checkout.Write("data/more/captions.csv", Pointer);
        checkout.Write("data/shoot.zip", Pointer);

        Validate(checkout).Diagnostics.Select(d => (d.Rule, d.Message.Contains("Git LFS pointer", StringComparison.Ordinal)))
            .ShouldBe([(CaptionRules.LfsPointer, true), (ImageRules.LfsPointer, true)], ignoreOrder: true);
    }

    [Theory]
    [InlineData(LeftOut.Skipped, "git sparse-checkout disable")]
    [InlineData(LeftOut.Unknown, "A step before this one removed them")]
    public void A_commits_files_say_the_same_without_git(LeftOut leftOut, string says)
    {
        var checkout = Make("cone");
        var files = _origin.Git("ls-files").Split('\n').Select(f => new HeldFile(f, HeldKind.File) { LeftOut = leftOut }).ToList();

        Validate(checkout, new CommitListing(checkout.Path, files)).ShouldOnlyHave(DatasetRules.IncompleteCheckout).ShouldBeAt(3, 3).ShouldSay(says);
        Validate(checkout, new CommitListing(checkout.Path, null)).ShouldOnlyHave(DatasetRules.IncompleteCheckout).ShouldSay("could not be read");
        Directory.Delete(checkout.PathOf(".git"), recursive: true);
        Validate(checkout, new CommitListing(checkout.Path, files)).ShouldOnlyHave(DatasetRules.IncompleteCheckout);
        Validate(checkout, new CommitListing(checkout.Path, null)).ShouldOnlyHave(CaptionRules.RowWithoutImage);
    }

    public void Dispose()
    {
        _origin.Dispose();
        _checkouts.ForEach(c => c.Dispose());
    }

    private static Dataset Validate(GitRepository checkout, CommitListing? commit = null) =>
        new DatasetValidator(new ValidatorOptions { CheckCheckout = commit is null, Commit = commit })
            .Validate(checkout.PathOf("data/ideogram.yml"), TestContext.Current.CancellationToken);

    private GitRepository Make(string how)
    {
        var isSubmodule = how == "submodule";
        if (isSubmodule)
        {
            using var vendor = new GitRepository();
            vendor.Write("v.png", TestImages.Png("v"));
            vendor.Commit("Images");
            _origin.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", vendor.Path, "data/vendor");
            _origin.Commit("A submodule");
        }

        var checkout = how switch
        {
            "cone" or "no cone" or "sparse index" or "sparse index without trees" => Clone("--no-checkout"),
            _ => Clone(),
        };
        switch (how)
        {
            case "cone":
                Sparse(checkout, "set", "--cone", "data/train", "data/more");
                break;
            case "no cone":
                Sparse(checkout, "set", "--no-cone", "/data/*", "!/data/extra/");
                break;
            case "sparse index":
                Sparse(checkout, "set", "--cone", "--sparse-index", "data/train", "data/more");
                break;
            case "sparse index without trees":
                Sparse(checkout, "set", "--cone", "--sparse-index", "data/train", "data/more");
                Lose(checkout, "main:data/extra");
                break;
            case "skip-worktree" or "assume-unchanged":
                checkout.Git("update-index", "--" + how, "data/train/t2.png");
                checkout.Delete("data/train/t2.png");
                break;
            case "pointer of an image":
                checkout.Write("data/train/t2.png", Pointer);
                break;
            case "pointer of a caption":
                checkout.Write("data/train/t1.txt", Pointer);
                break;
            case "deleted image":
                checkout.Delete("data/train/t1.png");
                break;
            case "left out caption":
                Sparse(checkout, "set", "--no-cone", "/*", "!*.txt");
                break;
            case "left out table and archive":
                Sparse(checkout, "set", "--no-cone", "/*", "!*.csv", "!*.zip");
                break;
            default:
                isSubmodule.ShouldBeTrue(how);
                break;
        }

        return checkout;
    }

    private static void Sparse(GitRepository checkout, params string[] arguments)
    {
        checkout.Git(["sparse-checkout", .. arguments]);
        checkout.Git("checkout", "--quiet", "main");
    }

    // As in a partial clone that has not needed the object yet.
    private static void Lose(GitRepository checkout, string name)
    {
        var id = checkout.Git("rev-parse", name);
        var pack = Directory.GetFiles(checkout.PathOf(".git/objects/pack"), "*.pack").Single();
        File.Move(pack, checkout.PathOf("pack"));
        TestProcess.Run(checkout.Path, "sh", "-c", "git unpack-objects -q < pack; rm pack").ExitCode.ShouldBe(0);
        File.Delete(checkout.PathOf($".git/objects/{id[..2]}/{id[2..]}"));
    }

    private GitRepository Clone(params string[] options)
    {
        var checkout = new GitRepository();
        _checkouts.Add(checkout);
        Directory.Delete(checkout.Path, recursive: true);
        _origin.Git(["clone", "--quiet", .. options, $"file://{_origin.Path}", checkout.Path]);
        return checkout;
    }
}
