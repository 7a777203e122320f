using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The mail about one step of a rewrite case, to whom it concerns at once: what happened, what the evidence says, and where to go on.</summary>
internal sealed class StepLetters(Database database, RewriteWords words, Texts texts, IOptions<SiteOptions> site) : ILetterWriter
{
    public const string KindOfMail = "rewrite-step";

    public string Kind => KindOfMail;

    public async Task<Letter?> WriteAsync(string about, CancellationToken cancel)
    {
        var (told, subject) = await database.ReadAsync(async connection =>
        {
            var entry = await RewriteBook.FindEventAsync(connection, about);
            return (entry, entry is null ? null : await RewriteBook.FindAsync(connection, entry.CaseId));
        }, cancel);
        return told is null || subject is null ? null : Word(subject, told);
    }

    private Letter Word(RewriteCase about, RewriteEvent told)
    {
        string?[] paragraphs =
        [
            words.Of(told, about), told.Words, about.Evidence,
            texts.Has($"rewrite.mail.next.{about.State}") ? texts.With($"rewrite.mail.next.{about.State}", ("number", about.Label), ("title", about.Title)) : null,
            site.Value.BaseUrl is { } home ? texts.With("rewrite.mail.link", ("link", home.TrimEnd('/') + about.DeskUrl)) : null
        ];
        return new Letter(texts.With("rewrite.mail.subject", ("number", about.Label), ("title", about.Title)),
            string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))) + "\n")
        { Thread = about.Id };
    }
}
