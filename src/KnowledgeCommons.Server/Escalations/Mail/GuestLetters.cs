using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The mail with a guest's code; the code is made when the mail is written.</summary>
internal sealed class GuestLetters(GuestCodes codes, Texts texts, IOptions<SiteOptions> site) : ILetterWriter
{
    public const string KindOfMail = "guest-code";

    public string Kind => KindOfMail;

    public async Task<Letter?> WriteAsync(string about, CancellationToken cancel) => await codes.FindAsync(about, cancel) is not { } code ? null : new Letter(
        texts.With("mail.guest.subject", ("site", site.Value.Name)),
        string.Join("\n\n", texts.With("mail.guest.code", ("code", code)), texts.With("mail.guest.where", ("site", site.Value.Name)), texts["mail.guest.not"]) + "\n");
}
