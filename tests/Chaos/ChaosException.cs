namespace Ideogram.Build.Chaos;

/// <summary>A run showed what must not be.</summary>
internal sealed class ChaosException(string message) : Exception(message);
