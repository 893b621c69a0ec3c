using System.Text;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>
/// Reads an archive's directory within bounds that are checked first. System.IO.Compression.ZipArchive would read as many entries as the bytes give, whatever
/// their declared number, and compare no checksums.
/// </summary>
internal static class ZipDirectory
{
    public const int MaxEntries = 2_000;

    // The code page that the format falls back to. What other old programs wrote is misread, but every byte still gives a different name, and none a control
    // character.
    private const string CodePage437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»"
        + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦"
        + "╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;
    private const int MaxComment = 65_535;
    private const int MaxDirectory = 4_000_000;

    /// <summary>All entries in the order of the directory.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read safely.</exception>
    public static IReadOnlyList<ZipItem> Read(Stream archive)
    {
        var (count, size, offset) = ReadEnd(archive);
        if (count > MaxEntries || size > MaxDirectory)
            throw new ArchiveException(ArchiveRules.TooManyEntries, FormattableString.Invariant($"has more than {MaxEntries:N0} entries or a directory of ")
                + FormattableString.Invariant($"more than {MaxDirectory:N0} bytes. A dataset holds 100 images: pack only those."));
        if (offset + size > archive.Length)
            throw Damaged("its directory is outside the file");

        var directory = ReadBytes(archive, offset, (int)size);
        var items = new List<ZipItem>(count);
        var at = 0;
        for (var i = 0; i < count; i++)
            items.Add(ReadEntry(directory, ref at));
        return at == directory.Length ? items : throw Damaged("its directory has more entries than it declares");
    }

    /// <summary>Where an entry's compressed bytes begin.</summary>
    /// <exception cref="ArchiveException">The entry's own header is not there.</exception>
    public static long DataOffset(Stream archive, ZipItem item)
    {
        if (item.HeaderOffset + LocalSize > archive.Length)
            throw Damaged("an entry is outside the file");
        var header = ReadBytes(archive, item.HeaderOffset, LocalSize);
        if (UInt32(header, 0) != 0x04034B50)
            throw Damaged("an entry's header is missing");
        var offset = item.HeaderOffset + LocalSize + UInt16(header, 26) + UInt16(header, 28);
        return offset + item.CompressedSize <= archive.Length ? offset : throw Damaged("an entry is outside the file");
    }

    private static (int Count, long Size, long Offset) ReadEnd(Stream archive)
    {
        var length = (int)Math.Min(archive.Length, EndSize + MaxComment);
        var tail = ReadBytes(archive, archive.Length - length, length);
        for (var at = length - EndSize; at >= 0; at--)
        {
            // The end record is followed by its comment and nothing else; a signature inside a comment does not fit.
            if (UInt32(tail, at) != 0x06054B50 || at + EndSize + UInt16(tail, at + 20) != length)
                continue;
            if (UInt16(tail, at + 4) != 0 || UInt16(tail, at + 6) != 0)
                throw Damaged("it is one part of a split archive");
            return (UInt16(tail, at + 10), UInt32(tail, at + 12), UInt32(tail, at + 16));
        }

        throw Damaged("it has no directory at its end, so it is truncated or not a ZIP");
    }

    private static ZipItem ReadEntry(byte[] directory, ref int at)
    {
        if (at + EntrySize > directory.Length || UInt32(directory, at) != 0x02014B50)
            throw Damaged("its directory is cut off");

        var start = at;
        var (nameLength, extraLength, commentLength) = (UInt16(directory, start + 28), UInt16(directory, start + 30), UInt16(directory, start + 32));
        at += EntrySize + nameLength + extraLength + commentLength;
        if (at > directory.Length)
            throw Damaged("its directory is cut off");

        var sizes = new ZipSizes(UInt32(directory, start + 24), UInt32(directory, start + 20), UInt32(directory, start + 42));
        sizes = sizes.WithExtra(directory, start + EntrySize + nameLength, extraLength);
        if (sizes.Size < 0 || sizes.CompressedSize < 0 || sizes.HeaderOffset < 0)
            throw Damaged("an entry has a negative size");
        return new ZipItem(NameOf(directory, start + EntrySize, nameLength), UInt16(directory, start + 4), UInt16(directory, start + 8),
            UInt16(directory, start + 10),
            UInt32(directory, start + 16), sizes.CompressedSize, sizes.Size, UInt32(directory, start + 38), sizes.HeaderOffset);
    }

    private static string NameOf(byte[] directory, int start, int length)
    {
        var name = new byte[length];
        Array.Copy(directory, start, name, 0, length);
        try
        {
            return StrictUtf8.Decode(name);
        }
        catch (DecoderFallbackException)
        {
            return string.Concat(name.Select(b => b < 128 ? (char)b : CodePage437[b - 128]));
        }
    }

    private static byte[] ReadBytes(Stream archive, long offset, int length)
    {
        var bytes = new byte[length];
        archive.Position = offset;
        for (var done = 0; done < length;)
        {
            var read = archive.Read(bytes, done, length - done);
            done += read > 0 ? read : throw Damaged("it ends too early");
        }

        return bytes;
    }

    private static int UInt16(byte[] bytes, int at) => bytes[at] | (bytes[at + 1] << 8);

    private static uint UInt32(byte[] bytes, int at) => (uint)(UInt16(bytes, at) | (UInt16(bytes, at + 2) << 16));

    private static ArchiveException Damaged(string why) => new(ArchiveRules.Damaged, $"is not a ZIP archive that can be read: {why}. Pack it again.");
}
