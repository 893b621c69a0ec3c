using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Tasks;

/// <summary>A program on this machine, with the arguments that always come first.</summary>
/// <param name="Path">Full path of the program.</param>
/// <param name="Arguments">Arguments as they would be typed.</param>
internal sealed record ProgramCommand(string Path, string Arguments)
{
    /// <summary>Finds the program of a command: a path, or a name that is looked up in <c>PATH</c>, perhaps with arguments behind it. Null if it is not
    /// there.</summary>
    public static ProgramCommand? Find(string command)
    {
        var trimmed = command.Trim();
        if (Locate(trimmed.Trim('"')) is { } whole)
            return new ProgramCommand(whole, "");

        var end = trimmed.Length > 0 && trimmed[0] == '"' ? trimmed.IndexOfAny(['"'], 1) : trimmed.IndexOfAny([' ']);
        if (end < 1)
            return null;

        return Locate(trimmed.Substring(0, end).Trim('"')) is { } first ? new ProgramCommand(first, trimmed.Substring(end + 1).Trim()) : null;
    }

    private static string? Locate(string program)
    {
        if (program.Length == 0 || program.IndexOfAny(System.IO.Path.GetInvalidPathChars()) >= 0)
            return null;
        if (System.IO.Path.IsPathRooted(program))
            return SearchPath.Existing(program);

        // A relative path would depend on the current folder, which is undefined in a build.
        return program.IndexOfAny(['/', '\\']) >= 0 ? null : SearchPath.Find(program);
    }
}
