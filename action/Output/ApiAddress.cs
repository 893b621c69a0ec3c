using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>Ideogram's address as a person gives it.</summary>
internal static class ApiAddress
{
    /// <summary>The address; Ideogram's public one where none is given.</summary>
    /// <param name="text">https, or http on loopback.</param>
    /// <exception cref="UsageException">It is neither: the key would travel in the open.</exception>
    public static Uri Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return IdeogramClientOptions.PublicAddress;
        // With "//", as no file is called: an address may also be read from "https:example.com".
        if (text.Contains("://", StringComparison.Ordinal) && SecureAddress.Parse(text.Trim()) is { UserInfo.Length: 0 } address)
            return address;
        throw new UsageException($"{MessageText.Quote(UserInfo.HideIn(text))} cannot be the API's address: give an https address, or http on this machine "
            + "(http://127.0.0.1:5005).");
    }
}
