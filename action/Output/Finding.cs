namespace Ideogram.Build.Cli.Output;

/// <summary>How something stands.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Nobody can tell from here, or it need not be.</summary>
    Unknown,

    /// <summary>Something has to be done.</summary>
    Wrong,
}

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Topic">What it is, in a word or a file's name.</param>
/// <param name="Text">How it stands, in plain words.</param>
internal sealed record Finding(FindingState State, string Topic, string Text)
{
    /// <summary>What to do about it; null for nothing.</summary>
    public string? Next { get; init; }

    /// <summary>What the process answers if this is the worst: see <see cref="Output.ExitCode"/>.</summary>
    public int ExitCode { get; init; } = State == FindingState.Wrong ? Output.ExitCode.Failure : Output.ExitCode.Success;

    /// <summary>The finding's line.</summary>
    public override string ToString() => $"{(State switch { FindingState.Good => "ok", FindingState.Wrong => "!!", _ => "??" })}  {Topic}: {Text}";
}
