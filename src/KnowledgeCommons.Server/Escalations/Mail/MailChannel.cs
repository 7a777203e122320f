using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Mail by SMTP: to whoever has the case, and to the reader who wants to be reached that way.</summary>
internal sealed class MailChannel(
    IOptions<MailOptions> options, CaseLetters letters, IEnumerable<ILetterWriter> writers, MailTrust trust, DutyDesk duty, Addresses addresses, TimeProvider time) : IChannel
{
    private const int FirstPermanent = 500;
    private const int FirstAboutSigningIn = 530;
    private const int LastAboutSigningIn = 539;

    public const string ChannelName = "mail";

    public string Name => ChannelName;

    public IReadOnlyList<string> AddressesOf(CaseRow subject, Addressee audience) =>
        !options.Value.IsSetUp ? []
        : audience switch
        {
            Addressee.Reader => Usable(subject.Reach == HelpChoices.Email ? addresses.Open(subject.Contact) : null),
            Addressee.Deputy => Of(duty.Find(subject.Deputy)),
            Addressee.Lead => Of(duty.LeadOf(subject.Owner)),
            Addressee.Owner => Of(duty.Find(subject.Owner)),
            // People get mails made for them; only the daily check has to come through this way as well.
            _ => subject.Id == DailyCheck.CaseId ? Usable(options.Value.CheckAddress) : []
        };

    public IReadOnlyList<string> AddressesOnDuty(string? person) => options.Value.IsSetUp ? Of(duty.Find(person)) : [];

    public bool BringsNews => options.Value.IsSetUp;

    public Task<Delivery> DeliverAsync(Message message, CancellationToken cancel) =>
        SendAsync(message.Address, () => Write(message.Address, letters.Of(message), message.Key, about: message.Story.Case.Id), cancel);

    public Task<Delivery> DeliverAsync(News news, CancellationToken cancel) =>
        SendAsync(news.Address, () => Write(news.Address, news.Letter, news.Key, news.About), cancel);

    public async Task<Delivery> DeliverAsync(Errand errand, CancellationToken cancel)
    {
        var writer = writers.FirstOrDefault(writer => writer.Kind == errand.Kind);
        if (writer is null || await writer.WriteAsync(errand.Event, cancel) is not { } letter) return new Delivery.Refused("What it told of is no longer here.");
        return await SendAsync(errand.Address, () => Write(errand.Address, letter, errand.Key, about: letter.Thread ?? errand.Event), cancel);
    }

    private async Task<Delivery> SendAsync(string to, Func<MailMessage> write, CancellationToken cancel)
    {
        var mail = options.Value;
        if (!mail.IsSetUp) return new Delivery.TryLater("Mail:Host is not set any more.");
        if (Usable(to).Count == 0) return new Delivery.Refused("The address is not one that mail can be sent to.");
        using var tooLong = new CancellationTokenSource(mail.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancel);
        try
        {
            trust.Apply();
            using var letter = write();
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

    private MailMessage Write(string to, Letter letter, string key, string about)
    {
        // Validated at start-up: a host without a sender does not start.
        var from = new MailAddress(options.Value.From!);
        var mail = new MailMessage(from, new MailAddress(to))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8
        };
        // The best one last: mail programs show the last that they understand.
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(LetterHtml.Of(letter), Encoding.UTF8, MediaTypeNames.Text.Html));
        if (letter.Call is { } call) mail.Attachments.Add(CallEntry.ToAttach(call));
        // All mails about one thing answer one that was never sent: so they stand in one thread, whichever arrives first.
        var thread = Id($"{about}/{to}", from);
        mail.Headers.Add("Message-ID", Id(key, from));
        mail.Headers.Add("In-Reply-To", thread);
        mail.Headers.Add("References", thread);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.LeaveUrl is { } leave) AddLeave(mail, leave);
        return mail;
    }

    // RFC 2369 and, for the one click of mail programs, RFC 8058, which wants https.
    private static void AddLeave(MailMessage mail, string leave)
    {
        mail.Headers.Add("List-Unsubscribe", $"<{leave}>");
        if (leave.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    // Stable over attempts, so that mail programs show a letter once that was sent twice.
    private static string Id(string key, MailAddress from) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}@{from.Host}>";

    private static SmtpClient Server(MailOptions mail) => new(mail.Host, mail.Port)
    {
        EnableSsl = mail.StartTls,
        Credentials = string.IsNullOrEmpty(mail.User) ? null : new NetworkCredential(mail.User, mail.Password)
    };

    private IReadOnlyList<string> Of(Person? person)
    {
        var own = Usable(person?.Email);
        return own.Count > 0 || person is null ? own : [.. person.Members.SelectMany(member => Usable(duty.Find(member)?.Email)).Distinct()];
    }

    private static IReadOnlyList<string> Usable(string? address) => address is not null && ContactAddress.IsEmail(address) ? [address] : [];
}
