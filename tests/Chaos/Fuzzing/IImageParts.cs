namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>How one format's images come apart and together again, checksums and lengths put right.</summary>
internal interface IImageParts
{
    string[] Extensions { get; }

    /// <summary>Intact images to start from.</summary>
    IEnumerable<byte[]> Images();

    /// <summary>Segments or chunks, without what <see cref="Join"/> puts in anew.</summary>
    List<byte[]> Split(byte[] image);

    byte[] Join(List<byte[]> parts);
}
