namespace Ideogram.Build.Testing;

/// <summary>The command line is wrong.</summary>
public sealed class UsageException(string message) : Exception(message);
