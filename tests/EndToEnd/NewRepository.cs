namespace EndToEnd;

/// <summary>An empty git repository with ten images in <c>photos</c>, as somebody has it who has just heard of this project.</summary>
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
        var (exit, output) = await TestProcess.RunAsync(repository.Top, new Dictionary<string, string>(StringComparer.Ordinal), "git", "init", "--quiet",
            "--initial-branch=main");
        return exit == 0 ? repository : throw new InvalidOperationException(output);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Top)!, recursive: true);
}
