namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Which of PNG's chunks may come where.</summary>
internal sealed class PngOrder
{
    private bool _hasHeader;
    private bool _hasTransparency;
    private bool _hasAnimation;
    private long _dataLength;
    private bool _inData;
    private bool _afterData;

    public bool HasPalette { get; private set; }

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
                return _afterData ? "the PNG's pixels are interrupted by other chunks" : null;
            case PngChunk.End:
                if (length > 0)
                    return "the PNG's end chunk has a length";
                return _dataLength > 0 ? null : "the PNG ends before its pixels came";
            case PngChunk.Palette:
                var allowed = !HasPalette && !HasData && !_hasTransparency;
                HasPalette = true;
                return allowed ? null : Misplaced(type);
            case PngChunk.Transparency:
                allowed = !_hasTransparency && !HasData;
                _hasTransparency = true;
                return allowed ? null : Misplaced(type);
            case PngChunk.AnimationControl:
                allowed = !_hasAnimation && !HasData;
                _hasAnimation = true;
                return allowed ? null : Misplaced(type);
            default:
                return type == PngChunk.Header || PngChunk.IsCritical(type) ? Misplaced(type) : null;
        }
    }

    private static string Misplaced(uint type) => $"a PNG chunk {PngChunk.Name(type)} is not allowed here";
}
