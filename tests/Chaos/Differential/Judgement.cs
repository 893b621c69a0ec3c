namespace Ideogram.Build.Chaos.Differential;

/// <summary>What a decoder says of a file.</summary>
internal enum Judgement
{
    /// <summary>It ran out of resources, crashed, or does not read this format.</summary>
    CannotTell,

    Sound,

    /// <summary>It reads the picture and complains.</summary>
    Complains,

    Refuses,
}
