using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>
/// The system's own check of a server's certificate, which also notes why one is not trusted: the exception says less, and the usual reason, a proxy of the
/// company that opens TLS, shows only in the issuer.
/// </summary>
public sealed class CertificateCheck
{
    /// <summary>What to do about a certificate that is not trusted.</summary>
    public const string Advice = "Set SSL_CERT_FILE to a PEM file that also holds the certificate of this issuer (on Windows and macOS, add it to the system's "
        + "store), then run again; nothing was sent.";

    private const int MaxIssuerLength = 120;

    private volatile string? _problem;

    /// <summary>Options for a handler's connections.</summary>
    public SslClientAuthenticationOptions Options => new() { RemoteCertificateValidationCallback = Check };

    /// <summary>Why the last connection was refused, such as <c>certificate not trusted: UntrustedRoot, issuer CN=Acme Proxy</c>; null if it was not.</summary>
    public string? Problem => _problem;

    private bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _problem = errors == SslPolicyErrors.None ? null : Describe(certificate, chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private static string Describe(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            reasons.AddRange((chain?.ChainStatus ?? []).Select(s => s.Status.ToString()).Distinct());
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            reasons.Add("it is for another name");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            reasons.Add("there is none");
        var issuer = certificate is null ? "" : $", issuer {MessageText.OneLine(certificate.Issuer, MaxIssuerLength)}";
        return $"certificate not trusted: {string.Join(", ", reasons)}{issuer}";
    }
}
