using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ideogram.Build.Testing;

/// <summary>A proxy that opens TLS, with an authority that only its company knows.</summary>
public static class UntrustedProxy
{
    /// <summary>Its authority.</summary>
    public const string Issuer = "CN=Acme Proxy";

    /// <summary>What it answers to a connection: for <see cref="RawServer"/>.</summary>
    public static async Task AnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Issuer, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true);
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
        }
        catch (AuthenticationException)
        {
            // The client refused it.
        }
    }
}
