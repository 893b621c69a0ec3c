namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>A small picture as red, green and blue in a square of another size.</summary>
internal static class PictureRgb
{
    public static (double[] Red, double[] Green, double[] Blue) Resample(SmallPicture picture, int side)
    {
        var planes = picture.Planes.Select(p => p.Resample(side)).ToArray();
        if (picture.Colour == PictureColour.Grey)
            return (planes[0], planes[0], planes[0]);
        var (red, green, blue) = (planes[0], planes[1], planes[2]);
        for (var i = 0; i < red.Length; i++)
        {
            if (picture.Colour is PictureColour.YCbCr or PictureColour.Ycck)
                (red[i], green[i], blue[i]) = FromLight(red[i], green[i] - 128, blue[i] - 128);
            if (planes.Length < 4)
                continue;
            // What is left of the light that the inks let through; Adobe's are written the other way round.
            var isInverted = picture.Colour != PictureColour.Cmyk;
            var black = (isInverted ? planes[3][i] : 255 - planes[3][i]) / 255;
            (red[i], green[i], blue[i]) = (Ink(red[i], isInverted) * black, Ink(green[i], isInverted) * black, Ink(blue[i], isInverted) * black);
        }

        return (red, green, blue);
    }

    private static double Ink(double value, bool isInverted) => isInverted ? value : 255 - value;

    private static (double Red, double Green, double Blue) FromLight(double light, double toBlue, double toRed) =>
        (Clamp(light + (1.402 * toRed)), Clamp(light - (0.344 * toBlue) - (0.714 * toRed)), Clamp(light + (1.772 * toBlue)));

    private static double Clamp(double value) => Math.Min(Math.Max(value, 0), 255);
}
