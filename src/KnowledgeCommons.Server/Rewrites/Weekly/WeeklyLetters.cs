using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The mail of a week as it was worded when it was put into the outbox.</summary>
internal sealed class WeeklyLetters(Database database, WeeklyChoice choice, IOptions<SiteOptions> site) : ILetterWriter
{
    public const string KindOfMail = "rewrite-week";

    public string Kind => KindOfMail;

    public async Task<Letter?> WriteAsync(string about, CancellationToken cancel)
    {
        var (owner, subject, body) = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<(string?, string?, string?)>(
            "SELECT owner, subject, body FROM rewrite_mail WHERE id = @about", new { about }), cancel);
        if (owner is null || subject is null || body is null) return null;
        return new Letter(subject, body) { LeaveUrl = site.Value.BaseUrl is { } home ? home.TrimEnd('/') + choice.TokenOf(owner).Url : null };
    }
}
