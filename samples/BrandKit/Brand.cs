namespace BrandKit;

/// <summary>What the brand's pictures are called at Ideogram.</summary>
public static class Brand
{
    /// <summary>The name of the dataset in ideogram.yml.</summary>
    public const string Dataset = "Acme Brand";
}
