namespace Ideogram.Build.Testing;

/// <summary>Finds real photographs. They are not part of the repository.</summary>
public static class Photographs
{
    public const string HowToGetThem = "No photographs found. On Debian: apt-get install mate-backgrounds gnome-backgrounds lomiri-wallpapers-16.04; "
        + "elsewhere name a folder with --photos DIR.";

    private const string PackagesFolder = "/usr/share/backgrounds";

    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>Full paths, sorted; links are passed over, so that no photograph counts twice.</summary>
    public static string[] Find(params string[] folders) =>
    [
        .. (folders.Length > 0 ? folders : [PackagesFolder])
            .Where(Directory.Exists)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            .Where(file => file.LinkTarget is null && Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal),
    ];
}
