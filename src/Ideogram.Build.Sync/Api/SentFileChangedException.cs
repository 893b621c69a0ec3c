namespace Ideogram.Build.Sync.Api;

/// <summary>A file is not what it was when it was inspected.</summary>
/// <param name="name">Its name at Ideogram.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class SentFileChangedException(string name, Exception? inner = null) : Exception($"{name} changed on disk since it was inspected", inner)
{
    /// <summary>Its name at Ideogram.</summary>
    public string FileName { get; } = name;
}
