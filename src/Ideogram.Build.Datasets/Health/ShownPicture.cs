using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Health;

/// <summary>An image for comparing, as programs show it; and as it is stored, where EXIF turns it.</summary>
internal sealed class ShownPicture
{
    private readonly int _orientation;
    private readonly ComparedPicture _shown;
    private readonly ComparedPicture _stored;

    public ShownPicture(ImageInfo image)
    {
        var (fingerprint, ratio) = (image.Look!.Tone!.Fingerprint, (double)image.Width / image.Height);
        _orientation = image.Orientation;
        _shown = new ComparedPicture(fingerprint.Turned(_orientation), ratio);
        _stored = _orientation == 1 ? _shown : new ComparedPicture(fingerprint, _orientation >= 5 ? 1 / ratio : ratio);
    }

    /// <summary>Whether people see nearly the same picture; or would, if the flag of one of the two is a mistake.</summary>
    public bool IsLike(ShownPicture other) => !_shown.IsPoor && !other._shown.IsPoor
        && (_shown.IsLike(other._shown) || (_orientation != other._orientation && _stored.IsLike(other._stored)));
}
