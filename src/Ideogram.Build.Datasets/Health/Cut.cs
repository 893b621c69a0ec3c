namespace Ideogram.Build.Datasets.Health;

/// <summary>What is cut from each side of a picture, as parts of its width or height; below 0 nothing more is there, and its edge is drawn out.</summary>
internal readonly record struct Cut(double Left, double Top, double Right, double Bottom)
{
    private const double Least = -0.02;

    public static Cut None => default;

    public static Cut Even(double part) => new(part, part, part, part);

    /// <summary>The cuts that differ a step in one side, or shift it all.</summary>
    public IEnumerable<Cut> Neighbours(double step, double most)
    {
        Cut[] all =
        [
            this with { Left = Left + step }, this with { Left = Left - step }, this with { Right = Right + step }, this with { Right = Right - step },
            this with { Top = Top + step }, this with { Top = Top - step }, this with { Bottom = Bottom + step }, this with { Bottom = Bottom - step },
        ];
        return all.Where(c => Math.Min(Math.Min(c.Left, c.Right), Math.Min(c.Top, c.Bottom)) >= Least
            && Math.Max(Math.Max(c.Left, c.Right), Math.Max(c.Top, c.Bottom)) <= most);
    }
}
