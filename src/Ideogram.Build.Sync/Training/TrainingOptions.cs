namespace Ideogram.Build.Sync.Training;

/// <summary>What a run may do about trainings. They cost money: nothing starts unless the caller allows it.</summary>
public sealed record TrainingOptions
{
    internal const string NotAllowed = "trainings were not allowed: see --allow-training, or the action's input allow-training";

    /// <summary>Whether a person requested this training (<c>train</c>). Then <c>start: manual</c> starts too, and an obstacle is an
    /// error.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether trainings may be started at all.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Why none may be started although trainings are allowed; null for nothing.</summary>
    public string? Objection { get; init; }

    /// <summary>The most trainings that one run starts.</summary>
    public int MaxTrainings { get; init; } = 1;

    /// <summary>Whether to train again what was trained already.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether to follow trainings to their end.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The pause between two queries of a training.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a training is followed.</summary>
    public TimeSpan FollowFor { get; init; } = TimeSpan.FromHours(6);
}
