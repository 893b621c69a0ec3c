using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Preview;

/// <summary>What a preview shows of before: real repositories, read by the real git.</summary>
public sealed class PreviewBeforeTests : IDisposable
{
    private const string Page = "ideogram-preview.html";

    private readonly GitRepository _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Without_a_key_an_edit_stands_beside_what_it_was_on_the_branch_that_merges_go_to()
    {
        var (before, after) = (Image(1), Image(11));
        Brand();
        _git.Commit("Two images");
        _git.Git("checkout", "--quiet", "-b", "edit");
        _git.Write("brand/p1.png", after);
        _git.Commit("An edit that is committed");

        var (code, output, errors) = await Terminal.RunAsync(_git.Path, "preview");

        code.ShouldBe(0, errors);
        output.ShouldContain("  edited           p1.png");
        output.ShouldContain("against 'main': 0 new, 1 edited, 1 sent without a change");
        var page = Read();
        page.ShouldContain("Made without a key: the datasets at Ideogram were not checked. Changes are those since main.");
        page.ShouldContain("So an upload fills a new dataset: 2 images, 1 of them without a change.");
        page.ShouldContain("<span class=\"badge edit\">edited</span>");
        page.IndexOf(Source(before), StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf(Source(after), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_main_got_since_the_branch_began_is_no_removal()
    {
        Brand();
        _git.Commit("Two images");
        _git.Git("checkout", "--quiet", "-b", "edit");
        _git.Git("checkout", "--quiet", "main");
        _git.Write("brand/p3.png", Image(3));
        _git.Commit("Somebody else's image");
        _git.Git("checkout", "--quiet", "edit");

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("against the base commit: 0 new, 2 unchanged");
    }

    [Fact]
    public async Task The_branch_at_origin_counts_before_the_own_one()
    {
        Brand();
        var reviewed = _git.Commit("Two images");
        _git.Write("brand/p1.png", Image(11));
        _git.Commit("Not pushed");
        _git.Git("update-ref", "refs/remotes/origin/main", reviewed);
        _git.Git("pack-refs", "--all");

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("1 edited");
    }

    [Fact]
    public async Task A_removed_image_is_shown_from_git()
    {
        Brand();
        _git.Commit("Two images");
        _git.Git("rm", "--quiet", "brand/p2.png");

        var (_, output, _) = await Terminal.RunAsync(_git.Path, "preview");

        output.ShouldContain("  removed          p2.png");
        Read().ShouldContain($"<img alt=\"removed: brand/p2.png\" src=\"{Source(Image(2))}\"><span class=\"badge gone\">removed</span>");
    }

    [Fact]
    public async Task The_old_caption_stands_beside_the_new_one_wherever_it_was()
    {
        Brand();
        _git.Write("brand/p4.png", Image(4));
        _git.Write("brand/p5.png", Image(5));
        _git.Write("brand/captions.csv", "file_name,text\np5.png,An old row\n");
        _git.Write("brand/ideogram.yml",
            "name: Brand\nimages: [p1.png, p2.png, { path: p4.png, caption: An old line }, p5.png]\ncaptions-from: captions.csv\n");
        _git.Write("brand/p2.txt", "The same caption");
        _git.Commit("Four images");
        _git.Write("brand/p1.txt", "A new file");
        _git.Write("brand/p1.png", Image(11));
        _git.Write("brand/captions.csv", "file_name,text\np5.png,A new row\n");
        _git.Write("brand/ideogram.yml",
            "name: Brand\nimages: [p1.png, p2.png, { path: p4.png, caption: A new line }, p5.png]\ncaptions-from: captions.csv\n");

        var (code, output, _) = await Terminal.RunAsync(_git.Path, "preview");

        code.ShouldBe(0, output);
        var page = Read();
        foreach (var old in new[] { "A caption for p1", "An old line", "An old row" })
            page.ShouldContain($"<p class=\"size\">before:</p><p class=\"caption former\" dir=\"auto\">{old}</p>");
        page.ShouldNotContain("former\" dir=\"auto\">The same caption");
    }

    [Fact]
    public async Task With_a_key_the_picture_is_that_of_the_file_in_the_dataset()
    {
        await using var scene = await ActionScene.SetAsync();
        var uploaded = TestImages.Png(seed: 3);
        scene.Begin();
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Git.Write("brand/photos/p3.png", TestImages.Png(seed: 33));
        scene.Git.Git("rm", "--quiet", "brand/photos/p2.png");
        // Another image of that name, which is not what the dataset has.
        scene.Git.Write("other/p3.png", TestImages.Png(seed: 333));

        await Terminal.RunAsync(scene.Git.Path, scene, "preview", "brand");

        var page = await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, Page), TestContext.Current.CancellationToken);
        page.ShouldContain("takes the place of p3-");
        page.ShouldContain($"src=\"{Source(uploaded)}\"><figcaption>before</figcaption>");
        page.ShouldContain($"src=\"{Source(TestImages.Png(seed: 2))}\"><span class=\"badge gone\">removed</span>");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Category", "Hostile")]
    public async Task A_file_of_Git_LFS_is_shown_from_its_own_folder_if_it_is_what_the_pointer_says(bool isSame)
    {
        var large = Image(1);
        var hash = Convert.ToHexStringLower(SHA256.HashData(large));
        Brand();
        _git.Write("brand/p1.png", Encoding.ASCII.GetBytes($"version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize {large.Length}\n"));
        _git.Commit("A pointer");
        _git.Write($".git/lfs/objects/{hash[..2]}/{hash[2..4]}/{hash}", isSame ? large : Image(9));
        _git.Write("brand/p1.png", Image(11));

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("  edited           p1.png");

        Read().Contains("<figcaption>before</figcaption>", StringComparison.Ordinal).ShouldBe(isSame);
        Read().ShouldNotContain(Source(Image(9)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_old_caption_that_Git_LFS_keeps_is_its_words_and_never_the_pointer(bool isHere)
    {
        var words = Encoding.UTF8.GetBytes("Words of before");
        var hash = Convert.ToHexStringLower(SHA256.HashData(words));
        Brand();
        _git.Write("brand/p1.txt", $"version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize {words.Length}\n");
        _git.Commit("A pointer");
        if (isHere)
            _git.Write($".git/lfs/objects/{hash[..2]}/{hash[2..4]}/{hash}", words);
        _git.Write("brand/p1.txt", "Words of now");

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("caption changed");

        Read().Contains("former\" dir=\"auto\">Words of before</p>", StringComparison.Ordinal).ShouldBe(isHere);
        Read().ShouldNotContain("git-lfs");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_link_in_the_folder_of_Git_LFS_leads_nowhere()
    {
        var large = Image(1);
        var hash = Convert.ToHexStringLower(SHA256.HashData(large));
        Brand();
        _git.Write("brand/p1.png", Encoding.ASCII.GetBytes($"version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize {large.Length}\n"));
        _git.Commit("A pointer");
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write($"{hash[2..4]}/{hash}", large);
        Directory.CreateDirectory(_git.PathOf(".git/lfs/objects"));
        Directory.CreateSymbolicLink(_git.PathOf($".git/lfs/objects/{hash[..2]}"), elsewhere.Path);
        _git.Write("brand/p1.png", Image(11));

        await Terminal.RunAsync(_git.Path, "preview");

        Read().ShouldNotContain("<figcaption>before</figcaption>");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task Only_what_begins_as_an_image_is_shown_and_only_up_to_a_size()
    {
        Brand();
        _git.Write("brand/p1.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        _git.Write("brand/p2.png", new byte[8_000_001]);
        _git.Commit("No images");
        Brand();

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("2 edited");

        Read().ShouldNotContain("<figcaption>before</figcaption>");
    }

    [Fact]
    public async Task With_a_key_images_of_one_name_in_many_folders_keep_their_pictures()
    {
        await using var scene = await ActionScene.SetAsync();
        for (var i = 1; i <= 6; i++)
            scene.Git.Write($"covers/d{i}/cover.png", TestImages.Png(seed: i));
        scene.Git.Write("covers/ideogram.yml", "name: Covers\nimages: ['**/*.png']\n");
        scene.Git.Commit("Covers");
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        for (var i = 1; i <= 6; i++)
            scene.Git.Write($"covers/d{i}/cover.png", TestImages.Png(seed: 10 + i));

        var (_, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "preview");

        output.ShouldContain("6 new, 6 removed");
        var page = await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, Page), TestContext.Current.CancellationToken);
        for (var i = 1; i <= 6; i++)
            page.ShouldContain($"<img alt=\"removed: covers/d{i}/cover.png\" src=\"{Source(TestImages.Png(seed: i))}\">");
        page.ShouldNotContain("badge edit");
    }

    [Fact]
    public async Task On_the_branch_that_merges_go_to_changes_are_those_since_its_last_commit()
    {
        Brand();
        _git.Commit("Two images");
        _git.Write("brand/p1.png", Image(11));

        await Terminal.RunAsync(_git.Path, "preview");

        Read().ShouldContain("Changes are those since the last commit on main.");
    }

    [Fact]
    public async Task In_a_further_work_tree_git_names_the_same()
    {
        Brand();
        _git.Commit("Two images");
        using var folder = new TemporaryFolder();
        var tree = Path.Combine(folder.Path, "tree");
        _git.Git("worktree", "add", "--quiet", "-b", "edit", tree);
        await File.WriteAllBytesAsync(Path.Combine(tree, "brand/p1.png"), Image(11), TestContext.Current.CancellationToken);

        (await Terminal.RunAsync(tree, "preview")).Output.ShouldContain("  edited           p1.png");

        (await File.ReadAllTextAsync(Path.Combine(tree, Page), TestContext.Current.CancellationToken)).ShouldContain(Source(Image(1)));
    }

    [Fact]
    public async Task Before_the_first_commit_there_is_nothing_to_compare_with()
    {
        Brand();

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("1 dataset, 2 images checked: 0 errors, 0 warnings");

        Read().ShouldNotContain("Git did not say");
    }

    [Fact]
    public async Task What_git_does_not_say_is_called_so()
    {
        Brand();
        _git.Commit("Two images");
        // Objects with names of another kind, as a newer git may use them.
        _git.Git("config", "core.repositoryFormatVersion", "99");

        var (code, output, _) = await Terminal.RunAsync(_git.Path, "preview");

        code.ShouldBe(0);
        output.ShouldContain("1 dataset, 2 images checked");
        Read().ShouldContain("Git did not say what all of them were before.");
    }

    private void Brand()
    {
        _git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("brand/p1.png", Image(1));
        _git.Write("brand/p1.txt", "A caption for p1");
        _git.Write("brand/p2.png", Image(2));
    }

    private string Read() => File.ReadAllText(_git.PathOf(Page));

    private static byte[] Image(int seed) => TestImages.Png(seed: seed);

    private static string Source(byte[] image) => $"data:image/png;base64,{Convert.ToBase64String(image)}";
}
