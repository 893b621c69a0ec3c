using System.Security.Cryptography;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>A dataset of photographs and a sink that takes them, from the program or from curl with the same batches at once.</summary>
internal sealed class UploadStage : IDisposable
{
    private const int MaxImages = 99;
    private const int Parallelism = 4;
    private const int BatchFiles = 20;
    private const long BatchBytes = 45_000_000;

    private readonly Repository _repository = new();
    private readonly string _manifest;
    private readonly List<List<string>> _batches;

    public UploadStage(Photos photos)
    {
        _manifest = _repository.Write("photos", folder =>
        {
            // Each once, for the program would send a double once; and with the file that the sink shows from the start no more than a dataset holds.
            var distinct = photos.Files.Select((file, i) => (Name: Path.GetFileName(file), Bytes: Numbered(file, i)))
                .DistinctBy(f => Convert.ToHexString(SHA256.HashData(f.Bytes)));
            foreach (var (name, bytes) in distinct.Take(MaxImages)) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        });
        Sink.Put("photos", Repository.Names(_manifest));
        _batches = Cut(Directory.EnumerateFiles(Path.GetDirectoryName(_manifest)!).Where(f => f != _manifest).Order(StringComparer.Ordinal));
    }

    public Sink Sink { get; } = Sink.Start();

    /// <summary>What is uploaded.</summary>
    public string What => FormattableString.Invariant($"{_batches.Sum(b => b.Count)} photographs in {_batches.Count} batches, {Parallelism} at once");

    public Timed Upload(SyncProgram program)
    {
        Sink.Reset();
        var whole = program.Run(Sink, null, "upload", _manifest);
        Check();
        return whole;
    }

    /// <summary>Sends the same files with curl.</summary>
    /// <param name="hash">Whether <c>openssl</c> hashes the same files beside it.</param>
    public Timed Curl(bool hash)
    {
        Sink.Reset();
        var address = $"{Sink.Address}datasets/photos/upload_assets";
        var commands = _batches.Select(b => $"curl -s -f -o /dev/null -H 'Api-Key: benchmark' {string.Join(' ', b.Select(f => $"-F 'files=@{f}'"))} '{address}'"
            + (hash ? $" & openssl dgst -sha256 {string.Join(' ', b.Select(f => $"'{f}'"))} >/dev/null; wait" : ""));
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "commands");
        File.WriteAllText(file, string.Join('\n', commands));
        var whole = Timed.Run("xargs", "-a", file, "-d", "\\n", "-P", $"{Parallelism}", "-I{}", "sh", "-c", "{}");
        Check();
        return whole;
    }

    public void Dispose()
    {
        Sink.Dispose();
        _repository.Dispose();
    }

    private void Check()
    {
        if (Sink.Bytes < _batches.Sum(b => b.Sum(f => new FileInfo(f).Length))) throw new InvalidOperationException("Not everything was uploaded.");
    }

    // Where photographs are few, some come twice; the program would send them once. A comment inside makes them differ.
    private static byte[] Numbered(string file, int number)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes[0] == 0xFF) return [.. bytes.AsSpan(0, 2), 0xFF, 0xFE, 0, 4, (byte)('0' + (number / 10)), (byte)('0' + (number % 10)), .. bytes.AsSpan(2)];
        if (bytes[0] != 0x89) return bytes;
        List<byte> comment = [];
        comment.AddRange(PngBuilder.Chunk("prIv", [(byte)number]));
        return [.. bytes.AsSpan(0, 33), .. comment, .. bytes.AsSpan(33)];
    }

    private static List<List<string>> Cut(IEnumerable<string> files)
    {
        List<List<string>> batches = [[]];
        long bytes = 0;
        foreach (var file in files)
        {
            var length = new FileInfo(file).Length;
            if (batches[^1].Count > 0 && (batches[^1].Count == BatchFiles || bytes + length > BatchBytes))
            {
                batches.Add([]);
                bytes = 0;
            }

            batches[^1].Add(file);
            bytes += length;
        }

        return batches;
    }
}
