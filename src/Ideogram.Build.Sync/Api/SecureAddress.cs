namespace Ideogram.Build.Sync.Api;

/// <summary>The addresses that a secret may be sent to: https, or http on this machine. Elsewhere it would travel in the open.</summary>
public static class SecureAddress
{
    /// <summary>The address; null if it is not one of these.</summary>
    /// <param name="text">An absolute address.</param>
    public static Uri? Parse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        ? address
        : null;
}
