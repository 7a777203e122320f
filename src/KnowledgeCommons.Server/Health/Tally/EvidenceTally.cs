using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>Counts answers and contacts into article_day, one article at a time, and tells from which day on something is different.</summary>
internal sealed class EvidenceTally(Database database, HealthNumbers numbers, StaffPeople staff, TimeProvider time)
{
    private const int PerWrite = 100;

    // A pseudonym lives for 30 days: an older answer is not changed any more.
    private const long AnswersChangeFor = 35;

    private const string AnswersSql =
        """
        SELECT o.id, o.reader, o.revision, o.answer, o.at, o.reason,
            COALESCE((SELECT h.contact_hash FROM help_case h WHERE h.reader = o.reader AND h.contact_hash IS NOT NULL ORDER BY h.opened_at LIMIT 1), 'reader:' || o.reader) AS Person,
            CASE WHEN EXISTS (SELECT 1 FROM reading r WHERE r.article = o.article AND r.revision = o.revision AND r.reader = o.reader AND r.first_at <= o.at - 5000)
                THEN 1 ELSE 0 END AS WasRead
        FROM outcome o WHERE o.article = @article AND o.at >= @since
        """;

    private const string Upsert =
        """
        INSERT INTO article_day (article, day, revision, yes, not_yet, failed, first_failures, reasons, page_reasons, direct, repeats, harms)
        VALUES (@number, @Day, @Revision, @Yes, @NotYet, @Failed, @FirstFailures, @Reasons, @PageReasons, @Direct, @Repeats, @Harms)
        ON CONFLICT (article, day, revision) DO UPDATE SET yes = excluded.yes, not_yet = excluded.not_yet, failed = excluded.failed,
            first_failures = excluded.first_failures, reasons = excluded.reasons, page_reasons = excluded.page_reasons, direct = excluded.direct,
            repeats = excluded.repeats, harms = excluded.harms
        """;

    /// <summary>Counts all articles about which anything was said since the last time, and returns them.</summary>
    public async Task<IReadOnlyCollection<string>> CatchUpAsync(CancellationToken cancel)
    {
        await NoteAnswersAsync(cancel);
        var all = new HashSet<string>();
        while (await RecountSomeAsync(cancel) is { Count: > 0 } some) all.UnionWith(some);
        return all;
    }

    /// <summary>Counts one article anew, from its answers' days on: what somebody said a moment ago is in.</summary>
    public Task CountAsync(string article, CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        var waiting = await connection.QueryFirstOrDefaultAsync<long?>("SELECT day FROM article_recount WHERE article = @article", new { article });
        await CountAsync(connection, article, Math.Min(waiting ?? long.MaxValue, FirstChangingDay));
    }, cancel);

    private long FirstChangingDay => Readings.DayOf(time.GetUtcNow()) - AnswersChangeFor;

    // A reason is added to an answer that is there already, so answers of the last hour are looked at again.
    private Task NoteAnswersAsync(CancellationToken cancel) => database.WriteAsync(async connection =>
    {
        var mark = await HealthMark.FindAsync(connection, HealthMark.OutcomesById) ?? "";
        var rows = (await connection.QueryAsync<(string Article, string Last)>(
            "SELECT article, MAX(id) FROM outcome WHERE id > @mark GROUP BY article", new { mark })).ToList();
        foreach (var (article, _) in rows) await LinkBook.RecountAsync(connection, article, FirstChangingDay);
        var anHourAgo = Guid.CreateVersion7(time.GetUtcNow() - TimeSpan.FromHours(1)).ToString();
        var newest = rows.Select(row => row.Last).DefaultIfEmpty(mark).Max(StringComparer.Ordinal) ?? mark;
        var settled = string.CompareOrdinal(newest, anHourAgo) < 0 ? newest : anHourAgo;
        if (string.CompareOrdinal(settled, mark) > 0) await HealthMark.SetAsync(connection, HealthMark.OutcomesById, settled);
    }, cancel);

    private Task<IReadOnlyList<string>> RecountSomeAsync(CancellationToken cancel) => database.WriteAsync<IReadOnlyList<string>>(async connection =>
    {
        var waiting = (await connection.QueryAsync<(string Article, long Day)>($"SELECT article, day FROM article_recount ORDER BY article LIMIT {PerWrite}")).ToList();
        foreach (var (article, day) in waiting) await CountAsync(connection, article, day);
        return [.. waiting.Select(each => each.Article)];
    }, cancel);

    private async Task CountAsync(DbConnection connection, string article, long from)
    {
        var links = (await connection.QueryAsync<ContactLink>("SELECT * FROM contact_link WHERE article = @article", new { article })).AsList();
        var answersFrom = DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(from, FirstChangingDay) * TimeSpan.MillisecondsPerDay);
        var answers = (await connection.QueryAsync<AnswerRow>(AnswersSql, new { article, since = answersFrom })).Where(answer => !staff.Covers(answer.Person)).ToList();
        var days = EvidenceDays.Of(links, answers).All.Where(day => day.Day >= from && !day.IsEmpty).ToList();
        var number = days.Count == 0
            ? await connection.QueryFirstOrDefaultAsync<long?>("SELECT number FROM health_article WHERE article = @article", new { article })
            : (await numbers.OfAsync(connection, [article], days.Min(day => day.Day)))[article];
        if (number is { } known) await WriteAsync(connection, known, from, days);
        await connection.ExecuteAsync("DELETE FROM article_recount WHERE article = @article", new { article });
    }

    private async Task WriteAsync(DbConnection connection, long number, long from, List<DayOfEvidence> counted)
    {
        var had = (await connection.QueryAsync<DayOfEvidence>(
            """
            SELECT day, revision, yes, not_yet, failed, first_failures, reasons, page_reasons, direct, repeats, harms FROM article_day
            WHERE article = @number AND day >= @from
            """, new { number, from })).ToDictionary(day => (day.Day, day.Revision));
        var days = counted.Select(day => WithOldVotes(day, had.GetValueOrDefault((day.Day, day.Revision)))).ToList();
        var changed = days.Where(day => !day.Equals(had.GetValueOrDefault((day.Day, day.Revision)))).ToList();
        changed.AddRange(had.Values.Where(day => !day.IsEmpty).ExceptBy(days.Select(day => (day.Day, day.Revision)), day => (day.Day, day.Revision))
            .Select(day => WithOldVotes(new DayOfEvidence { Day = day.Day, Revision = day.Revision }, day)).Where(day => day != had[(day.Day, day.Revision)]));
        if (changed.Count == 0) return;
        await connection.ExecuteAsync(Upsert, changed.Select(day => new
        {
            number,
            day.Day,
            day.Revision,
            day.Yes,
            day.NotYet,
            day.Failed,
            day.FirstFailures,
            day.Reasons,
            day.PageReasons,
            day.Direct,
            day.Repeats,
            day.Harms
        }));
        var first = changed.Min(day => day.Day);
        if (await HealthMark.NumberAsync(connection, HealthMark.ChangedFrom) is not { } marked || first < marked)
            await HealthMark.SetAsync(connection, HealthMark.ChangedFrom, first);
    }

    // The readings that made old answers count may be gone by now; nobody can change such an answer any more.
    private DayOfEvidence WithOldVotes(DayOfEvidence day, DayOfEvidence? had) =>
        had is null || day.Day >= FirstChangingDay ? day : day with { Yes = had.Yes, NotYet = had.NotYet };
}
