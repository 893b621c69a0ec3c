namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Which of PNG's chunks may come where, as decoders see it: those that they must know count, and of the others only whether they are used.</summary>
internal sealed class PngOrder
{
    private bool _hasHeader;
    private bool _hasTransparency;
    private long _dataLength;
    private bool _inData;
    private bool _afterData;

    public bool HasPalette { get; private set; }

    /// <summary>Whether pixels came.</summary>
    public bool HasPixels => _dataLength > 0;

    private bool HasData => _inData || _afterData;

    /// <summary>Gives what is wrong with a chunk at this place, or null.</summary>
    public string? Check(uint type, uint length)
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            return type == PngChunk.Header && length == 13 ? null : "the PNG does not begin with its header";
        }

        if (_inData && type != PngChunk.Data)
            (_inData, _afterData) = (false, true);
        switch (type)
        {
            case PngChunk.Data:
                _inData = true;
                _dataLength += length;
                return _afterData && length > 0 ? "the PNG's pixels are interrupted by other chunks" : null;
            case PngChunk.End:
                return _dataLength > 0 ? null : "the PNG ends before its pixels came";
            case PngChunk.Palette when HasPalette:
                return Misplaced(type);
            case PngChunk.Palette:
                HasPalette = !HasData;
                return null;
            default:
                return type == PngChunk.Header || PngChunk.IsCritical(type) ? Misplaced(type) : null;
        }
    }

    /// <summary>Whether decoders use a transparency chunk at this place: before the pixels, after the palette, and once.</summary>
    public bool TakesTransparency(bool isPaletted)
    {
        var takes = !_hasTransparency && !HasData && (HasPalette || !isPaletted);
        _hasTransparency |= takes;
        return takes;
    }

    private static string Misplaced(uint type) => $"a PNG chunk {PngChunk.Name(type)} is not allowed here";
}
