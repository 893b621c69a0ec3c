using System.Security.Cryptography;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Sync.Api;

/// <summary>Checks while the bytes are sent that the file is still the one that was inspected: by CRC-32 if it is known, else by SHA-256.</summary>
internal sealed class ByteCheck : IDisposable
{
    private readonly UploadFile _file;
    private readonly IncrementalHash? _hash;
    private uint _crc;

    private ByteCheck(UploadFile file)
    {
        _file = file;
        _hash = file.Crc32 is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>A check of the file; null for what is made in memory.</summary>
    public static ByteCheck? For(UploadFile file) => file.Sha256 is null ? null : new ByteCheck(file);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_hash is null) _crc = Crc32.Append(_crc, bytes);
        else _hash.AppendData(bytes);
    }

    /// <summary>Whether the bytes so far are the file.</summary>
    public bool IsRight() => _hash is null ? _crc == _file.Crc32 : Convert.ToHexStringLower(_hash.GetHashAndReset()) == _file.Sha256;

    public void Dispose() => _hash?.Dispose();
}
