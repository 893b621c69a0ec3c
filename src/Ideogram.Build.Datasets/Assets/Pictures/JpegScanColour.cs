using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>A colour of a scan, with the tables that were defined when the scan began.</summary>
internal sealed record JpegScanColour(JpegComponent Component, int Quantum, JpegHuffmanTable? Dc, JpegHuffmanTable? Ac)
{
    /// <summary>Its blocks in a unit of the scan; one, if the scan has no other colour.</summary>
    public IEnumerable<JpegScanBlock> Blocks(int index, bool isAlone)
    {
        var (width, height) = isAlone ? (1, 1) : (Component.Horizontal, Component.Vertical);
        return from y in Enumerable.Range(0, height)
               from x in Enumerable.Range(0, width)
               select new JpegScanBlock(Component.Plane!, index, x, y, width, height, Quantum) { Dc = Dc?.Lookup, Ac = Ac?.Lookup };
    }
}
