namespace Ideogram.Build.Datasets;

/// <summary>The limits that Ideogram's documents state, each with its document. The stand-in keeps its own, so that one checks the other.</summary>
public static class IdeogramLimits
{
    /// <summary>The most images in a dataset (API reference, <c>POST /datasets/{id}/upload_assets</c>), and in a training (the training calls).</summary>
    public const int MaxImages = 100;

    /// <summary>The fewest images of a training (API reference, all training calls; the tutorial says 10).</summary>
    public const int MinTrainingImages = 15;

    /// <summary>The longest search for datasets, in characters (code points) (API reference, <c>GET /datasets</c>).</summary>
    public const int MaxSearchLength = 64;

    /// <summary>The longest name of a dataset, in characters. No document states one, but a dataset is found by its name: a search must hold it.</summary>
    public const int MaxNameLength = MaxSearchLength;

    /// <summary>The shortest name of a model, in characters (API reference, the training calls of both versions).</summary>
    public const int MinModelNameLength = 5;

    /// <summary>The longest name of a model, in characters (API reference, the training calls of both versions).</summary>
    public const int MaxModelNameLength = 30;

    /// <summary>The fewest steps of a training, and what their number is a multiple of (API reference, <c>train-model-advanced</c>).</summary>
    public const int MinSteps = 100;

    /// <summary>The most steps of a training (API reference, <c>train-model-advanced</c>).</summary>
    public const int MaxSteps = 10_000;

    /// <summary>The most bytes of an image that is described (API reference, <c>POST /v2/image/describe/ideogram-4</c>: 10 MB, taken as millions).</summary>
    public const int MaxDescribedBytes = 10_000_000;
}
