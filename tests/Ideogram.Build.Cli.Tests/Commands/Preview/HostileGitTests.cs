using System.Text;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Preview;

/// <summary>What a preview makes of a repository whose own files are hostile, or not all there.</summary>
[Trait("Category", "Hostile")]
public sealed class HostileGitTests : IDisposable
{
    private const string Page = "ideogram-preview.html";

    private readonly GitRepository _git = new();

    public HostileGitTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "mkfifo");

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData(".git/refs/remotes/origin/HEAD")]
    [InlineData(".git/packed-refs")]
    [InlineData(".git/info/exclude")]
    public async Task A_pipe_or_an_endless_device_in_the_place_of_gits_file_is_an_empty_file(string file)
    {
        Brand();
        _git.Commit("Two images");
        var path = _git.PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var place in new[] { $"mkfifo '{path}'", $"ln -s /dev/zero '{path}'", $"mkfifo '{path}.pipe' && ln -s '{path}.pipe' '{path}'" })
        {
            TestProcess.Run(_git.Path, "sh", ["-c", $"rm -f '{path}' && {place}"]).ExitCode.ShouldBe(0);

            (await Terminal.RunAsync(_git.Path, "preview")).Code.ShouldBe(0);
        }
    }

    [Fact]
    public async Task An_image_whose_former_bytes_are_not_here_is_still_an_edit()
    {
        Brand();
        _git.Commit("Two images");
        var object1 = _git.Git("rev-parse", "HEAD:brand/p1.png");
        _git.Write("brand/p1.png", TestImages.Png(seed: 11));
        _git.Commit("An edit");
        _git.Git("checkout", "--quiet", "-b", "edit");
        _git.Git("branch", "--quiet", "--force", "main", "HEAD~1");
        File.Delete(_git.PathOf($".git/objects/{object1[..2]}/{object1[2..]}"));

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("against 'main': 0 new, 1 edited, 1 sent without a change");

        Read().ShouldContain("no picture of before: git does not have it here, or it is too large for this page");
    }

    [Fact]
    public async Task An_object_with_other_bytes_than_its_name_says_is_not_shown()
    {
        Brand();
        _git.Commit("Two images");
        var (one, other) = (_git.Git("rev-parse", "HEAD:brand/p1.png"), _git.Git("rev-parse", "HEAD:brand/p2.png"));
        var forged = _git.PathOf($".git/objects/{one[..2]}/{one[2..]}");
        File.Delete(forged);
        File.Copy(_git.PathOf($".git/objects/{other[..2]}/{other[2..]}"), forged);
        _git.Write("brand/p1.png", TestImages.Png(seed: 11));

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("1 edited");

        Read().ShouldNotContain("<figcaption>before</figcaption>");
    }

    [Fact]
    public async Task Huge_captions_of_before_are_left_out()
    {
        Brand();
        _git.Write("brand/p1.txt", new string('x', 9_900_000));
        _git.Commit("No caption for a person");
        _git.Write("brand/p1.txt", "A caption");

        (await Terminal.RunAsync(_git.Path, "preview")).Output.ShouldContain("caption changed");

        Encoding.UTF8.GetByteCount(Read()).ShouldBeLessThan(100_000);
    }

    private void Brand()
    {
        _git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("brand/p1.png", TestImages.Png(seed: 1));
        _git.Write("brand/p2.png", TestImages.Png(seed: 2));
    }

    private string Read() => File.ReadAllText(_git.PathOf(Page));
}
