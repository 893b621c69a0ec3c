using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Tests.Assets.Pictures;

/// <summary>What the tests of small pictures ask.</summary>
internal static class Picture
{
    public static ImageInspection Inspect(byte[] bytes, out SmallPicture? picture, int side = 128)
    {
        using var stream = new MemoryStream(bytes);
        return ImageInspector.Inspect(stream, side, out picture, looks: null, TestContext.Current.CancellationToken);
    }

    public static SmallPicture Read(byte[] bytes, int side = 128)
    {
        Inspect(bytes, out var picture, side).Fault.ShouldBeNull();
        return picture.ShouldNotBeNull();
    }

    /// <summary>A plane's cells, row by row.</summary>
    public static double[] Cells(PicturePlane plane) =>
        [.. from y in Enumerable.Range(0, plane.Pixels.Height) from x in Enumerable.Range(0, plane.Pixels.Width) select plane.Value(x, y)];
}
