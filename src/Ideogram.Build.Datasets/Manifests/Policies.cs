namespace Ideogram.Build.Datasets.Manifests;

/// <summary>The manifest's <c>captions</c>.</summary>
public enum CaptionPolicy
{
    /// <summary>An image may have a caption (the default).</summary>
    Optional,

    /// <summary>An image without a caption is an error.</summary>
    Required,

    /// <summary>Captions are not sent; sidecars are left alone and inline captions are an error.</summary>
    None,
}

/// <summary>The manifest's <c>update</c>. Ideogram's API can neither delete nor replace: this says what an edit means.</summary>
public enum UpdatePolicy
{
    /// <summary>New images are added; an edit or a removal starts a new dataset, which takes the place of the old one (the default).</summary>
    Auto,

    /// <summary>New images only; to edit or remove what is in the dataset is an error.</summary>
    Additive,

    /// <summary>Edited files are added beside the old ones; stale files stay and are listed.</summary>
    KeepStale,

    /// <summary>Another set of images and captions is another dataset.</summary>
    Revision,
}

/// <summary>The manifest's <c>foreign</c>: files in the dataset that were not uploaded by this tool.</summary>
public enum ForeignPolicy
{
    /// <summary>Stop before anything is sent (the default).</summary>
    Refuse,

    /// <summary>Count them towards the limit and continue.</summary>
    Keep,

    /// <summary>A file with the name and size of a manifest's image counts as that image.</summary>
    Match,
}
