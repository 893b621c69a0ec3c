namespace Ideogram.Build.Datasets.Assets;

/// <summary>What cameras and phones write after the picture of a JPEG.</summary>
public enum AppendedData
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>Further pictures, as MPO files hold them: a preview, a depth map, the other eye's view.</summary>
    Pictures,

    /// <summary>A gain map, which makes the picture brighter on screens for it (Ultra HDR).</summary>
    GainMap,

    /// <summary>A few seconds of video: a motion photo.</summary>
    Video,
}
