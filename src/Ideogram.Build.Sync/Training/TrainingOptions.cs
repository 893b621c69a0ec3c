namespace Ideogram.Build.Sync.Training;

/// <summary>What a run may do about trainings. They cost money: without a word from the caller nothing is started.</summary>
public sealed record TrainingOptions
{
    internal const string NotAllowed = "trainings were not allowed: see --allow-training, or the action's input allow-training";

    /// <summary>Whether a person asked for this very training (<c>train</c>), so that <c>start: manual</c> starts too and what stands against it is an
    /// error.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether trainings may be started at all.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>The most trainings that one run starts.</summary>
    public int MaxTrainings { get; init; } = 1;

    /// <summary>Whether to train once more what was trained already.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether to follow trainings to their end.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The pause between two looks at a training.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a training is followed.</summary>
    public TimeSpan FollowFor { get; init; } = TimeSpan.FromHours(6);
}
