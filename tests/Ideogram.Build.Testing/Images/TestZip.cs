using System.IO.Compression;

namespace Ideogram.Build.Testing;

/// <summary>Makes ZIP archives, honest ones by .NET's own writer and others by changing their bytes.</summary>
public static class TestZip
{
    public static byte[] Create(params (string Name, byte[] Content)[] entries) => Create(_ => { }, entries);

    public static byte[] Create(Action<ZipArchiveEntry> change, params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name);
                change(entry);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Overwrites bytes of every header of the directory.</summary>
    public static byte[] ChangeDirectory(byte[] zip, int offset, params byte[] bytes)
    {
        var changed = zip.ToArray();
        for (var at = changed.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            if (at + offset + bytes.Length <= changed.Length)
                bytes.CopyTo(changed, at + offset);
            var next = changed.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return changed;
    }
}
