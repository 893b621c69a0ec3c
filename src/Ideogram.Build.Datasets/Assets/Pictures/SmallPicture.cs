namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>An image made small: about an eighth of its size, or less.</summary>
/// <param name="Colour">What its planes are.</param>
/// <param name="Planes">One to four.</param>
internal sealed record SmallPicture(PictureColour Colour, IReadOnlyList<PicturePlane> Planes);
