namespace Ideogram.Build.Sync.Api;

/// <summary>What a caption by Ideogram holds beside its descriptions.</summary>
/// <param name="Boxes">Where on the canvas each element is (<c>include_bbox</c>).</param>
/// <param name="Style">What the image looks like (<c>include_style_descriptions</c>).</param>
public sealed record DescribeFlags(bool Boxes, bool Style);
