namespace Ideogram.Build.Datasets.Assets;

/// <summary>Forms of names in which two that look alike are equal. For hints only: what a manifest means never depends on them.</summary>
internal static class NameForm
{
    /// <summary>Without the difference of upper and lower case.</summary>
    public static string Loose(string name) => name.ToLowerInvariant();
}
