using System.Buffers.Binary;

namespace Ideogram.Build.Testing;

/// <summary>The least of an ICC profile that tells its primaries: a header, three tags and their values.</summary>
public static class ColourProfiles
{
    /// <summary>Primaries of sRGB under D50: X, Y and Z of red, green and blue.</summary>
    public static IReadOnlyList<double> Srgb { get; } = [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141];

    /// <summary>The same of Adobe RGB.</summary>
    public static IReadOnlyList<double> AdobeRgb { get; } = [0.6097, 0.3111, 0.0195, 0.2053, 0.6257, 0.0609, 0.1492, 0.0632, 0.7446];

    /// <summary>A profile with these primaries.</summary>
    public static byte[] Make(IReadOnlyList<double> primaries)
    {
        var profile = new byte[128 + 4 + (3 * 12) + (3 * 20)];
        "RGB "u8.CopyTo(profile.AsSpan(16));
        profile[131] = 3;
        for (var i = 0; i < 3; i++)
        {
            var value = 168 + (20 * i);
            var tag = profile.AsSpan(132 + (12 * i));
            (i switch { 0 => "rXYZ"u8, 1 => "gXYZ"u8, _ => "bXYZ"u8 }).CopyTo(tag);
            BinaryPrimitives.WriteInt32BigEndian(tag[4..], value);
            BinaryPrimitives.WriteInt32BigEndian(tag[8..], 20);
            for (var axis = 0; axis < 3; axis++)
                BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(value + 8 + (4 * axis)), (int)(primaries[(3 * i) + axis] * 65536));
        }

        return profile;
    }

    /// <summary>The same as a JPEG's segment.</summary>
    public static byte[] Segment(IReadOnlyList<double> primaries)
    {
        byte[] payload = [.. "ICC_PROFILE\0"u8, 1, 1, .. Make(primaries)];
        return [0xFF, 0xE2, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];
    }
}
