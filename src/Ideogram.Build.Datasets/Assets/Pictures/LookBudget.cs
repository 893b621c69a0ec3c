using Ideogram.Build.Datasets.Assets.Globs;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>How many bytes of pixels all images of one run may inflate to, for health only. A file of 4 KB can hold 500 MB of them, and takes
/// seconds.</summary>
/// <param name="free">What every run may inflate.</param>
internal sealed class LookBudget(long free = LookBudget.Free)
{
    private const long Free = 1_000_000_000;

    // Photographs inflate to less than ten times their size, and drawings are small.
    private const int PerByte = 20;

    private readonly WorkBudget _left = new(free);

    /// <summary>What a file allows for itself and others.</summary>
    /// <param name="bytes">Its size.</param>
    public void Earn(long bytes) => _left.Add(bytes * PerByte);

    /// <summary>Takes the pixels of one image, unless too many were inflated already.</summary>
    /// <param name="bytes">How many bytes they inflate to.</param>
    public bool TryTake(long bytes)
    {
        if (_left.TryTake(bytes))
            return true;
        _left.Add(bytes);
        return false;
    }
}
