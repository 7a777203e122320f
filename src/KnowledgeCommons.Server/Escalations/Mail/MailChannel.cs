using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Mail by SMTP: to whoever has the case, and to the reader who wants to be reached that way.</summary>
internal sealed class MailChannel(IOptions<MailOptions> options, CaseLetters letters, MailTrust trust, PublishedLibrary published, TimeProvider time)
    : IChannel
{
    private const int FirstPermanent = 500;
    private const int FirstAboutSigningIn = 530;
    private const int LastAboutSigningIn = 539;

    public const string ChannelName = "mail";

    public string Name => ChannelName;

    public IReadOnlyList<string> AddressesOf(CaseRow subject, Audience audience) =>
        !options.Value.IsSetUp ? []
        : audience switch
        {
            Audience.Reader => Usable(subject.Reach == HelpChoices.Email ? subject.Contact : null),
            Audience.Owner => OfOwner(published.Current.People, subject),
            // People get mails made for them; only the daily check has to come through this way as well.
            _ => subject.Id == DailyCheck.CaseId ? Usable(options.Value.CheckAddress) : []
        };

    public async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        var mail = options.Value;
        if (!mail.IsSetUp) return new Delivery.TryLater("Mail:Host is not set any more.");
        if (Usable(message.Address).Count == 0) return new Delivery.Refused("The address is not one that mail can be sent to.");
        using var tooLong = new CancellationTokenSource(mail.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancel);
        try
        {
            trust.Apply();
            using var letter = Write(message);
            using var server = Server(mail);
            await server.SendMailAsync(letter, either.Token).WaitAsync(either.Token);
            return new Delivery.Delivered();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Delivery.TryLater($"The mail server did not answer within {mail.Timeout.TotalSeconds:0} seconds.");
        }
        catch (SmtpException failure)
        {
            return Judge(failure);
        }
        catch (AuthenticationException failure)
        {
            return new Delivery.TryLater($"The connection could not be encrypted: {failure.Message}");
        }
    }

    // A refusal to let us sign in is about our settings, not about this message: it can be sent once they are mended.
    private static Delivery Judge(SmtpException failure)
    {
        var code = (int)failure.StatusCode;
        var reason = $"The mail server said: {failure.GetBaseException().Message}";
        return code >= FirstPermanent && code is not (>= FirstAboutSigningIn and <= LastAboutSigningIn)
            ? new Delivery.Refused(reason)
            : new Delivery.TryLater(reason);
    }

    private MailMessage Write(Message message)
    {
        var letter = letters.Of(message);
        // Validated at start-up: a host without a sender does not start.
        var from = new MailAddress(options.Value.From!);
        var mail = new MailMessage(from, new MailAddress(message.Address))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8
        };
        // The best one last: mail programs show the last that they understand.
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(LetterHtml.Of(letter), Encoding.UTF8, MediaTypeNames.Text.Html));
        // All mails of a case answer one that was never sent: so they stand in one thread, whichever arrives first.
        var thread = Id($"{message.Story.Case.Id}/{message.Address}", from);
        mail.Headers.Add("Message-ID", Id(message.Key, from));
        mail.Headers.Add("In-Reply-To", thread);
        mail.Headers.Add("References", thread);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // Stable over attempts, so that mail programs show a letter once that was sent twice.
    private static string Id(string key, MailAddress from) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}@{from.Host}>";

    private static SmtpClient Server(MailOptions mail) => new(mail.Host, mail.Port)
    {
        EnableSsl = mail.StartTls,
        Credentials = string.IsNullOrEmpty(mail.User) ? null : new NetworkCredential(mail.User, mail.Password)
    };

    private static IReadOnlyList<string> OfOwner(People people, CaseRow subject)
    {
        var owner = people.Find(subject.Owner);
        var own = Usable(owner?.Email);
        return own.Count > 0 || owner is null ? own : [.. owner.Members.SelectMany(member => Usable(people.Find(member)?.Email)).Distinct()];
    }

    private static IReadOnlyList<string> Usable(string? address) => address is not null && ContactAddress.IsEmail(address) ? [address] : [];
}
