using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// The mail to somebody who had complained: what they told us, what has changed or why not, by whom, and where to say whether it works now. It names no article
/// that is only for some: a mail is read anywhere, and whoever had read the article may no longer be one of them.
/// </summary>
internal sealed class ToldLetters(ToldChanges changes, PublishedLibrary published, Texts texts, IOptions<SiteOptions> site) : ILetterWriter
{
    public const string KindOfMail = "told";

    public string Kind => KindOfMail;

    public async Task<Letter?> WriteAsync(string about, CancellationToken cancel) =>
        await changes.FindByIdAsync(about, cancel) is { } told ? Word(told) : null;

    private Letter Word(ToldChange told)
    {
        var isForAll = published.Public.FindById(told.Article) is not null;
        var title = isForAll ? told.Title : texts["told.mail.somepage"];
        string?[] paragraphs =
        [
            texts.With("mail.hello", ("name", texts["mail.there"])),
            told.ToldUs is { } said ? texts.With("told.mail.yousaid", ("words", said)) : null,
            texts.With($"told.mail.{told.Kind}", ("title", title), ("who", told.Who)),
            told.Words,
            isForAll && Link($"/articles/{told.Slug}") is { } page ? texts.With("told.mail.page", ("link", page)) : null,
            Link(changes.TokenOf(told.Id).Url) is { } link ? texts.With(told.CanBeTried ? "told.mail.works" : "told.mail.receipt", ("link", link)) : null
        ];
        return new Letter(texts.With($"told.mail.subject.{told.Kind}", ("title", title)),
            string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))) + "\n");
    }

    private string? Link(string path) => site.Value.BaseUrl is { } home ? home.TrimEnd('/') + path : null;
}
