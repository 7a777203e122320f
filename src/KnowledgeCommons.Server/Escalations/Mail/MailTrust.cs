using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Trusts the certificates of Mail:CertificateFile beside those of this machine. The name and the dates of a server's certificate are checked all
/// the same. SmtpClient asks one place for the whole process and nothing else does, so what is trusted there is only ever added to.
/// </summary>
internal sealed class MailTrust(IOptions<MailOptions> options)
{
    private static readonly ConcurrentDictionary<string, X509Certificate2> Trusted = new();

    private readonly Lazy<bool> _applied = new(() =>
    {
        if (string.IsNullOrEmpty(options.Value.CertificateFile)) return false;
        foreach (var certificate in Read(options.Value.CertificateFile) ?? []) Trusted.TryAdd(certificate.Thumbprint, certificate);
#pragma warning disable SYSLIB0014 // The only place that SmtpClient asks.
        ServicePointManager.ServerCertificateValidationCallback = IsTrusted;
#pragma warning restore SYSLIB0014
        return true;
    });

    /// <summary>To be called before a connection is made.</summary>
    public void Apply() => _ = _applied.Value;

    /// <summary>The certificates of a PEM file; null when it cannot be read.</summary>
    public static X509Certificate2Collection? Read(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 sent) return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.CustomTrustStore.AddRange(Trusted.Values.ToArray());
        if (chain is not null) own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(element => element.Certificate).ToArray());
        return own.Build(sent);
    }
}
