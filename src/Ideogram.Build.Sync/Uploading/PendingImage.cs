using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>An image, or only its caption, on its way to the dataset: what happens to it decides its <see cref="State"/>. One upload at a time works on
/// it.</summary>
internal sealed class PendingImage
{
    /// <summary>An image whose answers are lost again and again is sent at most this often.</summary>
    private const int MaxAttempts = 4;

    /// <summary>INTERNAL_ERROR is retried this often.</summary>
    private const int MaxInternalErrors = 2;

    private readonly byte[]? _caption;
    private int _internalErrors;
    private bool _isImageClaimed;

    public PendingImage(PlannedImage image, bool sendsCaption)
    {
        Image = image;
        SendsImage = image.Change == Change.New;
        if (sendsCaption && image.Asset.Caption is { } caption)
        {
            _caption = Encoding.UTF8.GetBytes(caption.Text);
            Sidecar = ContentName.Sidecar(image.RemoteName, caption.Kind);
        }

        Size = Bytes;
    }

    public PlannedImage Image { get; }

    public string Name => Image.RemoteName;

    public string? Sidecar { get; }

    public PendingState State { get; private set; } = PendingState.Waiting;

    /// <summary>Why it was refused, or what happened to it last; null while nothing did.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Whether the image itself is still to be sent, not only its caption.</summary>
    public bool SendsImage { get; private set; }

    /// <summary>Whether the dataset showed the image, with or without its caption.</summary>
    public bool IsImageSeen { get; private set; }

    /// <summary>Whether the dataset was read since it was sent for the last time.</summary>
    public bool IsLookedFor { get; private set; }

    /// <summary>Whether only the dataset can say what became of it.</summary>
    public bool IsOpen => State is PendingState.Claimed or PendingState.Lost or PendingState.Unmentioned or PendingState.Internal;

    /// <summary>Whether the dataset may come to show it: an INTERNAL_ERROR is looked for once, unless it was only the caption's and the image is on its
    /// way.</summary>
    public bool IsAwaited => IsOpen && (State != PendingState.Internal || (_isImageClaimed && !IsImageSeen));

    public int Attempts { get; private set; }

    public long BytesSent { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>What it was before anything arrived.</summary>
    public long Size { get; }

    public long Bytes => (SendsImage ? Image.Asset.Image.Bytes : 0) + (_caption?.Length ?? 0);

    public IEnumerable<UploadFile> Files()
    {
        var asset = Image.Asset;
        if (SendsImage) yield return new UploadFile(Name, ImageFormats.Row(asset.Image.Format).MediaType, asset.Image.Bytes, asset.OpenRead)
        {
            Sha256 = asset.Image.Sha256,
            Crc32 = asset.Image.Crc32
        };
        if (_caption is not null) yield return new UploadFile(Sidecar!, MediaType(asset.Caption!.Kind), _caption.Length,
            () => new MemoryStream(_caption, writable: false));
    }

    /// <summary>It is being sent: until an answer is here, it may or may not arrive.</summary>
    public void Send() => (State, IsLookedFor) = (PendingState.Lost, false);

    /// <summary>A request with it is over, however it ended.</summary>
    public void Sent(TimeSpan elapsed)
    {
        Attempts++;
        BytesSent += Bytes;
        Elapsed += elapsed;
    }

    /// <summary>The request was answered.</summary>
    public void Judge(UploadAnswer answer)
    {
        _isImageClaimed |= answer.Succeeded.Contains(Name);
        var reason = answer.Failed.GetValueOrDefault(Name) ?? (Sidecar is null ? null : answer.Failed.GetValueOrDefault(Sidecar));
        if (reason is not null)
            Refuse(FailureReasons.From(reason));
        else
            State = answer.Succeeded.Contains(SendsImage ? Name : Sidecar!) ? PendingState.Claimed : PendingState.Unmentioned;
    }

    /// <summary>The request failed and may have arrived all the same.</summary>
    public void Lose(ApiFault fault) => Failure = Failure.From(fault);

    /// <summary>The request failed and cannot have arrived: it is sent again, if anything is.</summary>
    public void Return() => State = PendingState.Waiting;

    /// <summary>It is refused. An internal error may pass: then it is sent again once the dataset was read.</summary>
    public void Refuse(Failure failure)
    {
        Failure = failure;
        State = failure.Rule == UploadRules.InternalError && _internalErrors++ < MaxInternalErrors ? PendingState.Internal : PendingState.Refused;
    }

    /// <summary>The dataset was read.</summary>
    public void Look(RemoteDataset remote)
    {
        if (!IsOpen && State != PendingState.Refused) return;
        IsLookedFor = true;
        var hash = ContentName.HashOf(Image.Asset.Image);
        // Without this tool's name there (foreign: match) the name itself decides. Where it is doubled, one of them has the caption.
        var files = remote.Files.Where(f => f.Hash == hash || string.Equals(f.Name, Name, StringComparison.Ordinal)).ToList();
        if (files.Count == 0) return;
        (IsImageSeen, SendsImage) = (true, false);
        var isWhole = _caption is null || files.Exists(f => CaptionComparison.AreEqual(Image.Asset.Caption!, f.Caption));
        // An image that was refused only for its caption is in the dataset anyway; it stays a failure.
        if (isWhole && State != PendingState.Refused) State = PendingState.Seen;
    }

    /// <summary>Before anything was sent: another run may have sent it.</summary>
    public void Find(RemoteDataset remote)
    {
        State = PendingState.Lost;
        Look(remote);
        if (State == PendingState.Lost) State = PendingState.Waiting;
    }

    /// <summary>The dataset was read for the last time: what it does not show is sent again, or stays unknown.</summary>
    /// <param name="goesOn">Whether the run sends anything more.</param>
    public void Settle(bool goesOn)
    {
        if (!IsOpen) return;
        State = State switch
        {
            PendingState.Internal when !IsAwaited => PendingState.Waiting,
            PendingState.Lost when goesOn && Attempts < MaxAttempts => PendingState.Waiting,
            _ => PendingState.Unknown,
        };
    }

    /// <summary>The run was stopped: what the dataset did not show stays unknown.</summary>
    public void GiveUp()
    {
        if (IsOpen) State = PendingState.Unknown;
    }

    private static string MediaType(CaptionKind kind) => kind == CaptionKind.Structured ? "application/json" : "text/plain";
}
