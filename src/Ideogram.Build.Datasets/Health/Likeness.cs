namespace Ideogram.Build.Datasets.Health;

/// <summary>How alike two pictures are.</summary>
/// <param name="light">The correlation of their light.</param>
/// <param name="detail">The correlation of their details.</param>
/// <param name="colour">Finds how far their colours differ.</param>
internal sealed class Likeness(double light, double detail, Func<double> colour)
{
    /// <summary>The correlation of their light: 1 for the same.</summary>
    public double Light => light;

    /// <summary>The correlation of their details.</summary>
    public double Detail => detail;

    /// <summary>How far their colours differ, of 255.</summary>
    public double Colour => colour();
}
