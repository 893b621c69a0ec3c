namespace Ideogram.Build.Sync.Tests.Support;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class Checkout
{
    public static string PathOf(params string[] path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ideogram.Build.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine([folder, .. path]);
    }
}
