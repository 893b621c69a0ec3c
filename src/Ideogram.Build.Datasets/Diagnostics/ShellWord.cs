namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Names as one word of a command that a person copies into a shell.</summary>
public static class ShellWord
{
    /// <summary>The name in quotes, if it needs them: as POSIX shells read it, on Windows as its shells do.</summary>
    /// <param name="name">A file's name.</param>
    public static string Of(string name) => Of(name, Path.DirectorySeparatorChar == '\\');

    /// <summary>The same for one kind of shell.</summary>
    /// <param name="name">A file's name.</param>
    /// <param name="isWindows">Whether it is for cmd and PowerShell.</param>
    public static string Of(string name, bool isWindows)
    {
        // What begins with a hyphen would be an option.
        var word = name.Length > 0 && name[0] == '-' ? "./" + name : name;
        if (word.Length > 0 && word.All(c => (c < 128 && char.IsLetterOrDigit(c)) || c is '/' or '.' or '_' or '-' or ':' or '@' || (isWindows && c == '\\')))
            return word;
        return isWindows ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
