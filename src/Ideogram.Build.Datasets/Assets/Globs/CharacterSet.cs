namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>The characters of a text as a set of 64 bits. Letters and digits have bits of their own and others share some: a text without a bit has no such
/// character.</summary>
internal static class CharacterSet
{
    public static ulong Of(int point) => 1UL << (point switch
    {
        >= 'a' and <= 'z' => point - 'a',
        >= 'A' and <= 'Z' => point - 'A',
        >= '0' and <= '9' => 26 + point - '0',
        _ => 36 + (point % 28),
    });

    public static ulong Of(string text)
    {
        var set = 0UL;
        for (var at = 0; at < text.Length;)
            set |= Of(CodePoint.Take(text, ref at));
        return set;
    }
}
