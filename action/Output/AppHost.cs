using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>Everything that the program uses of the machine, so that a test can replace it.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Variables">The environment.</param>
/// <param name="Folder">Full path of the current folder.</param>
/// <param name="Time">The clock.</param>
internal sealed record AppHost(TextWriter Out, TextWriter Error, IReadOnlyDictionary<string, string> Variables, string Folder, TimeProvider Time)
{
    /// <summary>The variable that holds Ideogram's key: it is never an argument, because process lists show arguments.</summary>
    public const string KeyVariable = "IDEOGRAM_API_KEY";

    /// <summary>Where a person's answers come from; null where no person can answer.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>Whether the output goes to a terminal.</summary>
    public bool IsPerson { get; init; }

    /// <summary>How lines look on standard output.</summary>
    public TerminalLook Look { get; init; } = TerminalLook.None;

    /// <summary>A variable's value; null where it is unset or empty.</summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>An input of the action; null where it is not given. The runner keeps hyphens, which not every shell passes on: tool/action.yml writes
    /// underscores.</summary>
    public string? Input(string name) => Variable(InputVariable(name)) ?? Variable(InputVariable(name).Replace('-', '_'));

    /// <summary>Standard output for text that others wrote.</summary>
    public SafeWriter SafeOut(Redactor redactor) => new(Out, redactor, Look);

    private static string InputVariable(string name) => "INPUT_" + name.ToUpperInvariant();
}
