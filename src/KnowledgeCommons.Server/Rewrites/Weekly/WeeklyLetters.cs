using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The mail of a week as it was worded when it was put into the outbox.</summary>
internal sealed class WeeklyLetters(Database database) : ILetterWriter
{
    public const string KindOfMail = "rewrite-week";

    public string Kind => KindOfMail;

    public async Task<Letter?> WriteAsync(string about, CancellationToken cancel)
    {
        var (subject, body) = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            "SELECT subject, body FROM rewrite_mail WHERE id = @about", new { about }), cancel);
        return subject is null || body is null ? null : new Letter(subject, body);
    }
}
