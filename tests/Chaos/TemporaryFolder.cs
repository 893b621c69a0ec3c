namespace Ideogram.Build.Tests;

/// <summary>A folder that is gone after use.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ideogram-build-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
