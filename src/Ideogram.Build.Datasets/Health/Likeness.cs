namespace Ideogram.Build.Datasets.Health;

/// <summary>How alike two pictures are where they fit best.</summary>
/// <param name="Light">The correlation of their light: 1 for the same.</param>
/// <param name="Detail">The correlation of their details.</param>
/// <param name="Colour">How far their colours differ, of 255.</param>
internal sealed record Likeness(double Light, double Detail, double Colour);
