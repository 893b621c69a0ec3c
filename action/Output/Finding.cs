namespace Ideogram.Build.Cli.Output;

/// <summary>The state of something.</summary>
internal enum FindingState
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>Unknown from here, or not required.</summary>
    Unknown,

    /// <summary>Something has to be done.</summary>
    Wrong,
}

/// <summary>One thing that the doctor checked.</summary>
/// <param name="State">Its state.</param>
/// <param name="Topic">What it is, in a word or a file's name.</param>
/// <param name="Text">Its state, in plain words.</param>
internal sealed record Finding(FindingState State, string Topic, string Text)
{
    /// <summary>What to do about it; null for nothing.</summary>
    public string? Next { get; init; }

    /// <summary>The exit code if this is the worst finding: see <see cref="Output.ExitCode"/>.</summary>
    public int ExitCode { get; init; } = State == FindingState.Wrong ? Output.ExitCode.Failure : Output.ExitCode.Success;

    /// <summary>The finding's line.</summary>
    public override string ToString() => $"{(State switch { FindingState.Good => "ok", FindingState.Wrong => "!!", _ => "??" })}  {Topic}: {Text}";
}
