using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Inspection of one image format, on images whose parts and bytes were changed.</summary>
internal sealed class ImageTarget(string name, IImageParts parts) : IFuzzTarget
{
    private const int MaxPhotographBytes = 8 * 1024;
    private const int PictureSide = 128;

    private readonly byte[][] _images = [.. parts.Images(), .. Photographs.Find().Where(f => parts.Extensions.Contains(Path.GetExtension(f))).Take(8)
        .Select(Head)];

    public string Name => name;

    // Above the pooled buffers, which the first read of a thread allocates, the cells of four colours, and three rows of a PNG.
    public long AllocationLimit => 8 * 1024 * 1024;

    public byte[] Make(Random random)
    {
        var image = _images[random.Next(_images.Length)];
        var changes = 1 + random.Next(4);
        if (random.Next(2) == 0)
        {
            var list = parts.Split(image);
            for (var i = 0; i < changes; i++)
                ChangeParts(list, random);
            image = parts.Join(list);
        }

        // The other half, and some of the first, lose what makes the parts fit together.
        if (random.Next(3) > 0)
        {
            for (var i = 0; i < changes; i++)
                image = ByteChange.Apply(image, _images[random.Next(_images.Length)], random);
        }

        return image;
    }

    public string? Read(byte[] input, Random random)
    {
        using var stream = new ChoppyStream(input, random);
        var inspection = ImageInspector.Inspect(stream, PictureSide, out var picture, looks: null, CancellationToken.None);
        if (inspection.Bytes != input.Length || inspection.Sha256.Length != 64)
            return $"read {inspection.Bytes} of {input.Length} bytes";
        if ((inspection.Image is null) != (inspection.Fault is not null and not { Kind: ImageFaultKind.TrailingData or ImageFaultKind.Irregular }))
            return $"image and fault contradict each other: {inspection}";
        if (picture is not null && inspection.Image is null)
            return $"a picture of no image: {inspection}";
        if (inspection.Image is { } image && (image.Width <= 0 || image.Height <= 0 || image.BitsPerChannel is < 1 or > 16))
            return $"an impossible image: {image}";
        if (inspection.Fault is { } fault && (fault.Offset < 0 || fault.Offset > input.Length || fault.Text.Any(c => c is < ' ' or > '~')))
            return $"an impossible fault: {fault}";
        return null;
    }

    private static void ChangeParts(List<byte[]> list, Random random)
    {
        if (list.Count == 0)
            return;
        var (at, other) = (random.Next(list.Count), random.Next(list.Count));
        switch (random.Next(5))
        {
            case 0:
                list.RemoveAt(at);
                break;
            case 1:
                list.Insert(other, list[at]);
                break;
            case 2:
                (list[at], list[other]) = (list[other], list[at]);
                break;
            default:
                list[at] = ByteChange.Apply(list[at], list[other], random);
                break;
        }
    }

    private static byte[] Head(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[Math.Min(stream.Length, MaxPhotographBytes)];
        stream.ReadExactly(head);
        return head;
    }
}
