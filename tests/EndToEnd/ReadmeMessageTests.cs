namespace EndToEnd;

/// <summary>The messages that the README shows.</summary>
public sealed class ReadmeMessageTests(InstalledTool tool)
{
    [Fact]
    public async Task The_readmes_messages_are_the_programs_own()
    {
        using var repository = await NewRepository.CreateAsync();
        var manifest = Path.Combine(repository.Photos, "ideogram.yml");
        await File.WriteAllTextAsync(manifest, "name: Acme Brand\nimage:\n  - '*.jpg'\n", TestContext.Current.CancellationToken);
        var unknownKey = await tool.RunAsync(repository.Top, "ideogram-build validate");
        await File.WriteAllTextAsync(manifest, "name: Acme Brand\nimages:\n  - '*.jpg'\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(repository.Photos, "a.jpg"), $"version https://git-lfs.github.com/spec/v1\noid "
            + $"sha256:{new string('0', 64)}\nsize 12\n", TestContext.Current.CancellationToken);
        var pointer = await tool.RunAsync(repository.Top, "ideogram-build validate");

        Checkout.Read("README.md").ShouldContain($"    {Line(unknownKey.Output, "IDEO1010")}\n    {Line(pointer.Output, "IDEO2002")}\n");
    }

    private static string Line(string output, string code) => output.Split('\n').First(l => l.Contains($"error {code}: ", StringComparison.Ordinal));
}
