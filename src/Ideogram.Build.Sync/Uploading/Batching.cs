namespace Ideogram.Build.Sync.Uploading;

/// <summary>Divides the files into requests by bytes and by count; a caption always goes with its image.</summary>
/// <param name="maxBytes">The most bytes in one; an image larger than that goes alone.</param>
/// <param name="maxImages">The most images in one.</param>
internal sealed class Batching(long maxBytes, int maxImages)
{
    private readonly Lock _lock = new();
    private long _maxBytes = maxBytes;

    public IEnumerable<IReadOnlyList<PendingImage>> Cut(IEnumerable<PendingImage> images)
    {
        var batch = new List<PendingImage>();
        long bytes = 0;
        foreach (var image in images)
        {
            if (batch.Count > 0 && (batch.Count >= maxImages || bytes + image.Bytes > _maxBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(image);
            bytes += image.Bytes;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>From now on, at most half of what was too large.</summary>
    public void Halve(IReadOnlyList<PendingImage> tooMuch)
    {
        lock (_lock) _maxBytes = Math.Max(1, Math.Min(_maxBytes, tooMuch.Sum(i => i.Bytes) / 2));
    }
}
