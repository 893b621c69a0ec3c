using System.Buffers;
using System.Buffers.Binary;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>
/// Decodes a JPEG scan as far as an eighth of the picture needs it: the first coefficient of each block, which is its mean. The others are passed over
/// code by code. Bytes are pushed in as they come; memory does not grow with them.
/// </summary>
internal sealed class JpegDcReader : IDisposable
{
    private const int BufferSize = 64 * 1024;

    // Ten blocks of 64 codes, each with its value at most 32 bits.
    private const int MaxUnitBytes = 10 * 64 * 4;
    private const int ReadAhead = 8;
    private const int Reserve = MaxUnitBytes + (4 * ReadAhead);

    private readonly JpegScan _scan;
    private readonly JpegScanBlock[] _blocks;
    private readonly int[] _predictors = new int[4];
    private readonly int _restartInterval;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private ulong _bits;
    private int _count;
    private long _unit;
    private long _intervalEnd;

    public JpegDcReader(JpegScan scan, int restartInterval)
    {
        (_scan, _blocks, _restartInterval) = (scan, scan.Blocks, restartInterval);
        BeginInterval();
    }

    /// <summary>What does not decode; null while all does.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many bytes of the file, of those that came, are after the problem.</summary>
    public int BytesAfterProblem { get; private set; }

    private bool IsComplete => _unit >= _intervalEnd;

    /// <summary>Takes compressed bytes, in which FF 00 stands for FF.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && Problem is null && !IsComplete)
        {
            var stuffed = bytes.IndexOf((byte)0xFF);
            var length = stuffed < 0 ? bytes.Length : stuffed + 1;
            var taken = Math.Min(length, MakeRoom());
            bytes.Slice(0, taken).CopyTo(_buffer.AsSpan(_end));
            _end += taken;
            bytes = bytes.Slice(taken == length && stuffed >= 0 ? Math.Min(taken + 1, bytes.Length) : taken);
        }

        if (Problem is not null)
            BytesAfterProblem += bytes.Length;
    }

    /// <summary>Takes a restart, or the end of the scan: what came before it must be complete.</summary>
    public void EndInterval()
    {
        if (Problem is null && !IsComplete)
        {
            MakeRoom();
            // Zeros follow, so that the last units are read like the others; they must not need them.
            _buffer.AsSpan(_end, Reserve).Clear();
            Decode(_end + ReadAhead, _end);
        }

        if (Problem is null && !IsComplete)
            Problem = "the JPEG's scan ends before all of its pixels came";
        if (Problem is null)
            BeginInterval();
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void BeginInterval()
    {
        Array.Clear(_predictors, 0, _predictors.Length);
        (_bits, _count, _start, _end) = (0, 0, 0, 0);
        _intervalEnd = _restartInterval == 0 ? _scan.Units : Math.Min(_scan.Units, _intervalEnd + _restartInterval);
    }

    /// <summary>How many bytes fit behind those that are there.</summary>
    private int MakeRoom()
    {
        if (_end < BufferSize - Reserve)
            return BufferSize - Reserve - _end;
        Decode(_end - Reserve, long.MaxValue);
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        return BufferSize - Reserve - _end;
    }

    // Units are whole, so nothing inside one looks whether there are bytes left.
    private void Decode(int lastStart, long end)
    {
        var (buffer, position, bits, count) = (_buffer, _start, _bits, _count);
        var column = (int)(_unit % _scan.UnitsPerRow);
        while (_unit < _intervalEnd && position <= lastStart)
        {
            if (column == 0 || _unit == 0)
                BeginRow();
            foreach (var block in _blocks)
            {
                if (count < 32)
                {
                    bits |= (ulong)BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(position)) << (32 - count);
                    (position, count) = (position + 4, count + 32);
                }

                if (block.Dc is not { } dc)
                {
                    if ((long)bits < 0)
                        Add(block, column, 1L << _scan.LowBit);
                    (bits, count) = (bits << 1, count - 1);
                    continue;
                }

                var entry = (int)dc.Short[bits >> (64 - JpegHuffmanLookup.ShortBits)];
                if (entry == 0)
                    entry = dc.Find((int)(bits >> 48));
                if (entry == 0)
                {
                    Fail(position - (count / 8));
                    return;
                }

                bits <<= entry >> 8;
                var size = entry & 15;
                if (size > 0)
                {
                    var value = (int)(bits >> (64 - size));
                    _predictors[block.Component] += value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
                    bits <<= size;
                }

                count -= (entry >> 8) + size;
                Add(block, column, (long)_predictors[block.Component] << _scan.LowBit);
                if (block.Ac is not { } ac)
                    continue;

                var runs = ac.Runs;
                for (var k = 1; k < 64;)
                {
                    if (count < 32)
                    {
                        bits |= (ulong)BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(position)) << (32 - count);
                        (position, count) = (position + 4, count + 32);
                    }

                    var run = runs[bits >> (64 - JpegHuffmanLookup.ShortBits)];
                    if (run == 0)
                    {
                        var symbol = ac.Find((int)(bits >> 48));
                        if (symbol == 0)
                        {
                            Fail(position - (count / 8));
                            return;
                        }

                        run = JpegHuffmanLookup.Run(symbol);
                    }

                    // Several codes at once, unless the block ends between them.
                    var advance = (int)(run >> 8) & 127;
                    var taken = (int)run & 127;
                    if (k + (advance & 63) > 64 - (advance >> 6))
                        (advance, taken) = ((int)(run >> 24), (int)(run >> 16) & 127);
                    k += advance;
                    bits <<= taken;
                    count -= taken;
                }
            }

            if (position - (count >> 3) > end)
            {
                (_start, Problem) = (_end, "the JPEG's scan ends before all of its pixels came");
                return;
            }

            _unit++;
            column = column + 1 == _scan.UnitsPerRow ? 0 : column + 1;
        }

        (_start, _bits, _count) = (position, bits, count);
    }

    private void BeginRow()
    {
        foreach (var block in _blocks)
            block.BeginRow(_unit / _scan.UnitsPerRow);
    }

    private static void Add(JpegScanBlock block, int unitColumn, long coefficient)
    {
        var x = (unitColumn * block.Width) + block.X;
        if (block.RowStart >= 0 && x < block.Plane.Columns)
            block.Plane.Sums[block.RowStart + block.Plane.CellOf[x]] += coefficient * block.Quantum;
    }

    private void Fail(int position)
    {
        Problem = "the JPEG's compressed pixels do not decode";
        foreach (var left in _buffer.AsSpan(position, Math.Max(_end - position, 0)))
            BytesAfterProblem += left == 0xFF ? 2 : 1;
    }
}
