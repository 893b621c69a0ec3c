using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>The facts about an image format.</summary>
public sealed class ImageFormatRow
{
    internal ImageFormatRow(ImageFormat format, string name,
        IReadOnlyList<string> extensions, string mediaType, Signature isSignature, Func<ImageReader, ImageStructure> read)
    {
        (Format, Name, Extensions, MediaType, IsSignature, Read) = (format, name, extensions, mediaType, isSignature, read);
    }

    /// <summary>Recognises the format by a file's first bytes.</summary>
    internal delegate bool Signature(ReadOnlySpan<byte> head);

    /// <summary>The format.</summary>
    public ImageFormat Format { get; }

    /// <summary>Its name as people write it.</summary>
    public string Name { get; }

    /// <summary>Its extensions in lower case, with the dot; the first is the one that images are sent with.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Its media type.</summary>
    public string MediaType { get; }

    internal Signature IsSignature { get; }

    /// <summary>Begins the inspection.</summary>
    internal Func<ImageReader, ImageStructure> Read { get; }

    /// <summary>Whether a file's name has one of the extensions, in any case.</summary>
    /// <param name="name">The name.</param>
    public bool HasExtension(string name) => Extensions.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
