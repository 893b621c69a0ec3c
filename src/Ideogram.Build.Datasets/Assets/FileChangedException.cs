namespace Ideogram.Build.Datasets.Assets;

/// <summary>A file is not what it was when its folder was listed.</summary>
#pragma warning disable CA1064 // It never leaves the inspector, so no other code can catch it.
internal sealed class FileChangedException : IOException;
#pragma warning restore CA1064
