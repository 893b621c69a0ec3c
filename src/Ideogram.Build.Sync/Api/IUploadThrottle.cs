namespace Ideogram.Build.Sync.Api;

/// <summary>Stands beside the tries of an upload, to slow them down together with others.</summary>
public interface IUploadThrottle
{
    /// <summary>Waits until the next try may begin.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>To be disposed when the try is over.</returns>
    Task<IDisposable?> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Told of a try that went wrong, also if it is repeated.</summary>
    /// <param name="fault">How it went wrong.</param>
    void Failed(ApiFault fault);
}
