namespace EndToEnd;

/// <summary>An empty git repository with ten images in <c>photos</c> and an empty remote, as somebody has it who has just heard of this project.</summary>
internal sealed class NewRepository : IDisposable
{
    private NewRepository(string top) => Top = top;

    public string Top { get; }

    public string Photos => Path.Combine(Top, "photos");

    public static async Task<NewRepository> CreateAsync()
    {
        var repository = new NewRepository(Path.Combine(Directory.CreateTempSubdirectory("ideogram-new-").FullName, "acme"));
        Directory.CreateDirectory(repository.Photos);
        foreach (var image in Checkout.Files("samples/BrandKit", "*.*")
            .Where(f => f.EndsWith(".webp", StringComparison.Ordinal) || f.EndsWith(".png", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(10))
            File.Copy(image, Path.Combine(repository.Photos, Path.GetFileName(image)));
        await repository.GitAsync("init", "--quiet", "--initial-branch=main");
        await repository.GitAsync("init", "--quiet", "--bare", "--initial-branch=main", "../origin.git");
        await repository.GitAsync("remote", "add", "origin", "../origin.git");
        return repository;
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Top)!, recursive: true);

    private async Task GitAsync(params string[] arguments)
    {
        if (await TestProcess.RunAsync(Top, new Dictionary<string, string>(StringComparer.Ordinal), "git", arguments) is (not 0, var output))
            throw new InvalidOperationException(output);
    }
}
