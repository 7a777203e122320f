using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

internal sealed class MailOptions : IValidatableObject
{
    /// <summary>The mail server; no mail is sent while it is not set.</summary>
    public string? Host { get; set; }

    [Range(1, 65535, ErrorMessage = "must be a port between 1 and 65535")]
    public int Port { get; set; } = 587;

    /// <summary>The sender, such as "Service desk &lt;desk@example.com&gt;".</summary>
    public string? From { get; set; }

    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Whether the connection must be encrypted (STARTTLS). Turn it off only for a server on this machine.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// PEM file with certificates to trust beside those of this machine: a company's own authority, or the server's own certificate.
    /// </summary>
    public string? CertificateFile { get; set; }

    /// <summary>Where the daily check is mailed to; no check by mail when it is not set.</summary>
    public string? CheckAddress { get; set; }

    public bool IsSetUp => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (IsSetUp && !MailAddress.TryCreate(From, out _))
            yield return new ValidationResult("must be a mail address when Mail:Host is set", [nameof(From)]);
        if (!string.IsNullOrEmpty(CertificateFile) && MailTrust.Read(CertificateFile) is not { Count: > 0 })
            yield return new ValidationResult("must name a readable PEM file with a certificate", [nameof(CertificateFile)]);
        if (!string.IsNullOrEmpty(CheckAddress) && !ContactAddress.IsEmail(CheckAddress))
            yield return new ValidationResult("must be one mail address", [nameof(CheckAddress)]);
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromSeconds(90))
            yield return new ValidationResult("must be more than nothing and at most 90 seconds", [nameof(Timeout)]);
    }
}
