using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>An image of a scenario.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Caption">Its caption; null for none.</param>
/// <param name="IsPacked">Whether it is in the archive.</param>
internal sealed record Picture(string Name, byte[] Bytes, string? Caption, bool IsPacked)
{
    private const string Structured = """
        { "high_level_description": "A picture", "compositional_deconstruction": { "background": "plain", "elements": [
          { "type": "obj", "desc": "A fox", "bbox": [100, 200, 600, 700] } ] } }
        """;

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The image and its caption as files.</summary>
    public IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return (Name, Bytes);
        if (Caption is not null) yield return (Path.ChangeExtension(Name, Caption == Structured ? ".json" : ".txt"), Encoding.UTF8.GetBytes(Caption));
    }

    /// <summary>Draws one.</summary>
    public static Picture Draw(Random random, int number)
    {
        var seed = (number * 1_000_000) + random.Next(1_000_000);
        var (bytes, extension) = random.Next(2) == 0 ? (TestImages.Png(seed: seed), ".png") : (TestImages.Jpeg(seed: seed), ".jpg");
        return new Picture($"picture-{number}{extension}", bytes, DrawCaption(random), random.Next(5) == 0);
    }

    /// <summary>Draws a caption; null for none.</summary>
    public static string? DrawCaption(Random random) => random.Next(4) switch { 0 => null, 1 => Structured, _ => $"Picture of {random.Next(1_000_000)}\n" };
}
