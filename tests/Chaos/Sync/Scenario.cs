namespace Ideogram.Build.Chaos.Sync;

/// <summary>A folder with a manifest, a few small images and captions, some of them in an archive. A person edits it between the uploads.</summary>
internal sealed class Scenario : IDisposable
{
    public const string Name = "Chaos";

    private readonly TemporaryFolder _folder = new();
    private readonly List<Picture> _pictures = [];
    private int _drawn;

    public Scenario(Random random)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        Update = random.Next(10) switch { 0 => "revision", 1 => "keep-stale", 2 => "additive", _ => "auto" };
        for (var i = random.Next(3, 9); i > 0; i--) _pictures.Add(Picture.Draw(random, _drawn++));
        Write();
    }

    /// <summary>The manifest's <c>update</c>.</summary>
    public string Update { get; }

    public string Manifest => Path.Combine(_folder.Path, "ideogram.yml");

    public string Report => Path.Combine(_folder.Path, "report.json");

    /// <summary>SHA-256 of every image, and its caption.</summary>
    public IReadOnlyDictionary<string, string?> Images => _pictures.ToDictionary(p => p.Sha256, p => p.Caption, StringComparer.Ordinal);

    /// <summary>Adds, edits and removes, as far as the manifest's <c>update</c> allows it.</summary>
    public void Edit(Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--) EditOne(random);
        Write();
    }

    public void Dispose() => _folder.Dispose();

    private void EditOne(Random random)
    {
        var at = random.Next(_pictures.Count);
        var (old, kind) = (_pictures[at], Update == "additive" ? 0 : random.Next(4));
        var caption = Picture.DrawCaption(random);
        if (kind == 0) _pictures.Add(Picture.Draw(random, _drawn++));
        else if (kind == 1 && _pictures.Count > 1) _pictures.RemoveAt(at);
        else if (kind == 2) _pictures[at] = Picture.Draw(random, _drawn++) with { Name = old.Name };
        // No request takes a caption away from an image that stays.
        else _pictures[at] = old with { Caption = Update == "keep-stale" ? caption ?? old.Caption : caption };
    }

    private void Write()
    {
        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => f != Report)) File.Delete(file);
        foreach (var (name, content) in _pictures.Where(p => !p.IsPacked).SelectMany(p => p.Files()))
            File.WriteAllBytes(Path.Combine(_folder.Path, name), content);
        var packed = _pictures.Where(p => p.IsPacked).SelectMany(p => p.Files()).ToArray();
        if (packed.Length > 0) File.WriteAllBytes(Path.Combine(_folder.Path, "packed.zip"), TestZip.Create(packed));
        var named = _pictures.Where(p => !p.IsPacked).Select(p => p.Name).Concat(packed.Length > 0 ? ["packed.zip"] : []);
        File.WriteAllText(Manifest, $"name: {Name}\nimages: [{string.Join(", ", named)}]\nupdate: {Update}\n");
    }
}
