namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>One random change of bytes, in the manner of fuzzers.</summary>
internal static class ByteChange
{
    private static readonly byte[] Telling = [0, 1, 2, 0x0A, 0x0D, 0x7F, 0x80, 0xC4, 0xD9, 0xDA, 0xFE, 0xFF];

    public static byte[] Apply(byte[] bytes, byte[] other, Random random)
    {
        if (bytes.Length == 0)
            return [(byte)random.Next(256)];
        // Most structure is at the start.
        var at = random.Next(2) == 0 ? random.Next(Math.Min(bytes.Length, 64)) : random.Next(bytes.Length);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 12)), bytes.Length - at);
        switch (random.Next(9))
        {
            case 0:
                return Changed(bytes, at, (byte)(bytes[at] ^ (1 << random.Next(8))));
            case 1:
                return Changed(bytes, at, (byte)random.Next(256));
            case 2:
                return Changed(bytes, at, Telling[random.Next(Telling.Length)]);
            case 3:
                return bytes[..at];
            case 4:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            case 5:
                return Short([.. bytes.AsSpan(0, at + length), .. bytes.AsSpan(at)]);
            case 6:
                var noise = new byte[length];
                random.NextBytes(noise);
                return Short([.. bytes.AsSpan(0, at), .. noise, .. bytes.AsSpan(at)]);
            case 7:
                return Short([.. bytes.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))]);
            default:
                var filled = bytes.ToArray();
                filled.AsSpan(at, length).Fill(Telling[random.Next(Telling.Length)]);
                return filled;
        }
    }

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        var copy = bytes.ToArray();
        copy[at] = value;
        return copy;
    }

    private static byte[] Short(byte[] bytes) => bytes.Length <= FuzzRun.MaxBytes ? bytes : bytes[..FuzzRun.MaxBytes];
}
