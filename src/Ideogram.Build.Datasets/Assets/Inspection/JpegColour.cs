using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>How a JPEG's components are to be taken, by its JFIF and Adobe segments, as decoders do.</summary>
internal sealed class JpegColour
{
    private bool _isJfif;
    private int? _adobeTransform;

    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    /// <summary>Takes note of an APP0 or APP14 segment.</summary>
    public void Read(ReadOnlySpan<byte> payload)
    {
        _isJfif |= payload.StartsWith("JFIF\0"u8);
        if (payload.StartsWith(Adobe) && payload.Length >= 12)
            _adobeTransform = payload[11];
    }

    public PictureColour Identify(JpegFrame frame) => frame.Components.Length switch
    {
        1 => PictureColour.Grey,
        3 => IsRgb(frame) ? PictureColour.Rgb : PictureColour.YCbCr,
        _ when _adobeTransform == 2 => PictureColour.Ycck,
        _ => _adobeTransform is null ? PictureColour.Cmyk : PictureColour.InvertedCmyk,
    };

    private bool IsRgb(JpegFrame frame)
    {
        if (_isJfif || _adobeTransform is not null)
            return !_isJfif && _adobeTransform == 0;
        return frame.Components[0].Id == 'R' && frame.Components[1].Id == 'G' && frame.Components[2].Id == 'B';
    }
}
