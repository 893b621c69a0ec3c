namespace Ideogram.Build.Sync.Api;

/// <summary>Lets concurrent uploads share one back-off.</summary>
public interface IUploadThrottle
{
    /// <summary>Waits until the next attempt may begin.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Disposed when the attempt is over.</returns>
    Task<IDisposable?> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Receives each failed attempt, also if it is repeated.</summary>
    /// <param name="fault">How it failed.</param>
    void Failed(ApiFault fault);
}
