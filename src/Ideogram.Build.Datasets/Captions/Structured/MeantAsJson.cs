namespace Ideogram.Build.Datasets.Captions.Structured;

/// <summary>Whether a text is meant to be a structured caption, valid or not: no sentence begins like this.</summary>
internal static class MeantAsJson
{
    public static bool Is(string text)
    {
        var start = text.TrimStart();
        if (start.StartsWith("```", StringComparison.Ordinal))
            return true;
        return start.Length > 1 && start[0] is '{' or '[' && start.Substring(1).TrimStart() is { Length: > 0 } inside && inside[0] is '"' or '{' or '}';
    }
}
