using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>A "no" to "does it work now?" goes onto the case's timeline and tells its owner, each once.</summary>
internal sealed class SaidNo(Database database, RewriteNews news)
{
    private const string NotNoted =
        """
        SELECT t.* FROM told_change t
        WHERE t.answer = 'no' AND NOT EXISTS (SELECT 1 FROM rewrite_event e WHERE e.id = 'no/' || t.id)
        ORDER BY t.answered_at, t.id LIMIT 500
        """;

    /// <summary>Notes all that were said since the last time.</summary>
    public async Task NoteAsync(CancellationToken cancel)
    {
        var said = await database.ReadAsync(connection => connection.QueryAsync<ToldChange>(NotNoted), cancel);
        foreach (var told in said) await NoteAsync(told, cancel);
    }

    private Task NoteAsync(ToldChange told, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        var id = $"no/{told.Id}";
        if (await RewriteBook.FindAsync(connection, told.About.Split('/')[0]) is not { } about || await RewriteBook.FindEventAsync(connection, id) is not null) return;
        var entry = new RewriteEvent { Id = id, CaseId = about.Id, At = told.AnsweredAt ?? told.At, Kind = RewriteEvent.SaidNo, Revision = told.Revision };
        await RewriteBook.AddEventAsync(connection, entry);
        await news.ForPersonAsync(connection, about.Whose, entry);
    }, cancel);
}
