using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>A folder with a manifest, a few small images and captions, some of them in an archive.</summary>
internal sealed class Scenario : IDisposable
{
    private const string Structured = """
        { "high_level_description": "A picture", "compositional_deconstruction": { "background": "plain", "elements": [
          { "type": "obj", "desc": "A fox", "bbox": [100, 200, 600, 700] } ] } }
        """;

    private readonly TemporaryFolder _folder = new();

    public Scenario(Random random)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        var (named, packed) = (new List<string>(), new List<(string Name, byte[] Content)>());
        var count = random.Next(3, 9);
        for (var i = 0; i < count; i++)
        {
            var (bytes, extension) = Image(random, i);
            var caption = random.Next(4) switch { 0 => null, 1 => Structured, _ => $"Picture {i} of {count}\n" };
            Images[Convert.ToHexStringLower(SHA256.HashData(bytes))] = caption;
            var files = new List<(string Name, byte[] Content)> { ($"picture-{i}{extension}", bytes) };
            if (caption is not null) files.Add(($"picture-{i}{(caption == Structured ? ".json" : ".txt")}", Encoding.UTF8.GetBytes(caption)));
            if (random.Next(5) == 0)
            {
                packed.AddRange(files);
                continue;
            }

            named.Add(files[0].Name);
            foreach (var (name, content) in files) File.WriteAllBytes(Path.Combine(_folder.Path, name), content);
        }

        if (packed.Count > 0)
        {
            named.Add("packed.zip");
            File.WriteAllBytes(Path.Combine(_folder.Path, "packed.zip"), TestZip.Create([.. packed]));
        }

        var update = random.Next(5) switch { 0 => "revision", 1 => "keep-stale", _ => "additive" };
        File.WriteAllText(Manifest, $"name: Chaos\nimages: [{string.Join(", ", named)}]\nupdate: {update}\n");
    }

    public string Manifest => Path.Combine(_folder.Path, "ideogram.yml");

    public string Report => Path.Combine(_folder.Path, "report.json");

    /// <summary>SHA-256 of every image, and its caption.</summary>
    public Dictionary<string, string?> Images { get; } = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static (byte[] Bytes, string Extension) Image(Random random, int number)
    {
        var seed = (number * 1_000_000) + random.Next(1_000_000);
        return random.Next(2) == 0 ? (TestImages.Png(seed: seed), ".png") : (TestImages.Jpeg(seed: seed), ".jpg");
    }
}
