using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>What became of each call so far. Calls that end at the same time may tell it.</summary>
internal sealed class CaptionRun(int total, UploadGate gate, IProgress<UploadProgress>? progress)
{
    /// <summary>The number of failures in a row, none of them about an image, after which the run stops.</summary>
    private const int MaxInARow = 3;

    private const string Unpaid = "Run again: images that have a caption are not sent again";

    private readonly Lock _lock = new();
    private readonly List<string> _written = [];
    private readonly List<Diagnostic> _problems = [];
    private int _ended, _inARow;
    private bool _isFull;

    public bool IsStopped => gate.Stop is not null || Volatile.Read(ref _isFull);

    public void Wrote(CaptionGap gap)
    {
        lock (_lock) _written.Add(gap.File);
    }

    public void Described(CaptionJob job)
    {
        lock (_lock) _inARow = 0;
        End(job, "described");
    }

    public void Left(CaptionGap gap, string why) => Add(CaptionPlan.Leave(gap, why));

    public void NotWritten(CaptionGap gap, Exception e)
    {
        // A disk that is full is full for the next one too, and its call would be paid for in vain.
        Volatile.Write(ref _isFull, true);
        Add(DescribeRules.NotWritten.At(gap.Asset.File, Position.Start, e is LinkOnTheWayException link
            ? $"Its caption is not written: {MessageText.Quote(link.Link)} is a symbolic link, which could point outside the repository."
            : $"Its caption cannot be written: {MessageText.OneLine(e.Message, 200)} Check that you may write to the folder, "
                + "and that the disk has space."));
    }

    public void NotUsable(CaptionJob job, Diagnostic wrong)
    {
        Add(DescribeRules.NotUsable.At(job.File, Position.Start, $"Nothing was written: what Ideogram answered is not a valid caption ({wrong.Code}, "
            + $"{MessageText.OneLine(wrong.Message, 300)}). The call costs money. Run again for a new description, or write the caption by hand."));
        End(job, "not usable");
    }

    public void BrokenOff(CaptionJob job)
    {
        Add(DescribeRules.Left.At(job.File, Position.Start, $"The run was stopped while Ideogram described it, so the call may be billed. {Unpaid}."));
        End(job, "stopped");
    }

    public void Failed(CaptionJob job, ApiFault fault)
    {
        var text = fault.Text.TrimEnd('.');
        switch (fault.Kind)
        {
            case ApiFaultKind.Rejected or ApiFaultKind.TooLarge:
                Add(DescribeRules.Refused.At(job.File, Position.Start, fault.Status == 422
                    ? $"Ideogram's safety check refuses it: {text}. Write its caption by hand, or exclude it in the manifest: an upload may be refused too."
                    : $"Ideogram refuses it: {text}. Write its caption by hand."));
                break;
            case ApiFaultKind.FileChanged:
                Add(fault.At(job.File, Position.Start, "Describing"));
                break;
            case var _ when fault.Treatment.MayHaveLanded:
                Unanswered(job, fault, text);
                break;
            default:
                // Neither the next image nor the one after it would fare better; what is said once is enough.
                gate.StopRun(fault);
                if (ReferenceEquals(gate.Stop, fault)) Add(fault.At(job.File, Position.Start, "Describing"));
                break;
        }

        End(job, text);
    }

    public CaptionResult Result(bool isCancelled)
    {
        lock (_lock)
            return new CaptionResult([.. _written.Order(StringComparer.Ordinal)], total - _ended, [.. _problems], isCancelled);
    }

    private void Unanswered(CaptionJob job, ApiFault fault, string text)
    {
        var what = fault.Status == 503 ? "Ideogram cannot describe images for the moment" : "It has no caption yet";
        Add(fault.Treatment.Rule.At(job.File, Position.Start, $"{what}: {text}. The call may be billed, so it was not repeated. {Unpaid}."));
        lock (_lock)
        {
            if (++_inARow >= MaxInARow) gate.StopRun(fault);
        }
    }

    private void Add(Diagnostic problem)
    {
        lock (_lock) _problems.Add(problem);
    }

    private void End(CaptionJob job, string message)
    {
        int ended;
        lock (_lock) ended = ++_ended;
        progress?.Report(new UploadProgress("captions", ended, total, $"{job.Gaps[0].Asset.RelativePath}: {message}"));
    }
}
