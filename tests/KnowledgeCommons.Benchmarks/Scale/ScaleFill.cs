using System.Data.Common;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>
/// Fills the real tables as a year of events leaves them: single readings of the last 100 days, sums of the days before, answers and tickets of the
/// whole year. Articles are read by Zipf's law with exponent 1.
/// </summary>
internal sealed class ScaleFill(ScaleSite site)
{
    private const int Days = 365;
    private const int KeptDays = 100;
    private const double Answers = 0.02;
    private const double Contacts = 0.03;
    private readonly Random _random = new(20261116);
    private readonly double[] _sums = Sums(site.Size.Articles);
    private readonly int _perDay = site.Size.Events / Days;
    private long _ids;

    public async Task FillAsync()
    {
        var today = DayOf(site.Clock.Now);
        await NumberAsync(today - Days);
        for (var day = today - Days; day < today; day++)
            await site.Get<Database>().WriteAsync(connection => day < today - KeptDays ? SumsAsync(connection, day) : ReadingsAsync(connection, day), CancellationToken.None);
    }

    /// <summary>One more day of single events.</summary>
    public Task AddAsync(long day) => site.Get<Database>().WriteAsync(connection => ReadingsAsync(connection, day), CancellationToken.None);

    public static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / TimeSpan.MillisecondsPerDay;

    private Task NumberAsync(long first) => site.Get<Database>().WriteAsync(async connection =>
    {
        var topics = site.Library.Articles.Select(article => article.Topic).Distinct().ToList();
        await RunAsync(connection, "INSERT INTO health_topic (topic, number) VALUES (@a, @b)", topics.Select((topic, number) => (object[])[topic, (long)number]));
        await RunAsync(connection, "INSERT INTO health_article (article, number, topic, entered) VALUES (@a, @b, @c, @d)",
            Enumerable.Range(0, site.Size.Articles).Select(article => (object[])[ScaleSite.IdOf(article), (long)article, ScaleSite.IdOf(article).Split('/')[0], first]));
    }, CancellationToken.None);

    private async Task SumsAsync(DbConnection connection, long day)
    {
        var seen = Enumerable.Range(0, _perDay).Select(_ => Draw()).CountBy(article => article).OrderBy(each => each.Key).ToList();
        await RunAsync(connection, "INSERT INTO article_day (article, day, revision, readers, fresh, times, episodes, yes, not_yet, failed, first_failures) VALUES (@a, @b, @c, @d, @d, @d, @d, @e, @f, @g, @h)",
            seen.Select(each =>
            {
                var (yes, notYet, failed) = (Some(each.Value, Answers / 2), Some(each.Value, Answers / 2), Some(each.Value, Contacts));
                return (object[])[(long)each.Key, day, ScaleSite.RevisionOf(each.Key), (long)each.Value, yes, notYet, (double)failed, failed];
            }));
        await ContactsAsync(connection, day);
        await AnswersAsync(connection, day, [.. Enumerable.Range(0, (int)(_perDay * Answers)).Select(_ => (Draw(), NextId()))]);
        await RunAsync(connection, "INSERT INTO health_mark (name, value) VALUES ('readings by day', @a) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [[$"{day}"]]);
    }

    private async Task ReadingsAsync(DbConnection connection, long day)
    {
        var read = Enumerable.Range(0, _perDay).Select(_ => (Article: Draw(), Reader: NextId())).ToList();
        await RunAsync(connection, "INSERT INTO reading (reader, article, slug, revision, day, first_at, last_at, times) VALUES (@a, @b, @b, @c, @d, @e, @e, 1)",
            read.OrderBy(each => ScaleSite.IdOf(each.Article), StringComparer.Ordinal).Select(each => (object[])[each.Reader, ScaleSite.IdOf(each.Article), ScaleSite.RevisionOf(each.Article), day, At(day)]));
        await AnswersAsync(connection, day, [.. read.Take((int)(_perDay * Answers))]);
        await ContactsAsync(connection, day);
    }

    private Task AnswersAsync(DbConnection connection, long day, IReadOnlyList<(int Article, string Reader)> said) => RunAsync(connection,
        "INSERT INTO outcome (id, reader, article, slug, revision, answer, at, token_hash) VALUES (@a, @b, @c, @c, @d, @e, @f, @a)",
        said.Select((each, place) => (object[])[Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(At(day))).ToString(), each.Reader, ScaleSite.IdOf(each.Article),
            ScaleSite.RevisionOf(each.Article), place % 2 == 0 ? "fixed" : "not-fixed", At(day)]));

    private async Task ContactsAsync(DbConnection connection, long day)
    {
        var rows = Enumerable.Range(0, (int)(_perDay * Contacts)).Select(_ => (Article: Draw(), Id: NextId())).ToList();
        await RunAsync(connection,
            "INSERT INTO contact (source, id, person, at, article, is_staff, fingerprint, version, received_at, attributed_at) VALUES ('bulk', @a, @b, @c, @d, 0, 0, 1, @c, @c)",
            rows.Select(each => (object[])[each.Id, "person" + each.Id, At(day), ScaleSite.IdOf(each.Article)]));
        await RunAsync(connection,
            "INSERT INTO contact_link (source, contact, article, kind, revision, day, at, person, weight) VALUES ('bulk', @a, @b, 1, @c, @d, @e, @f, 1)",
            rows.Select(each => (object[])[each.Id, ScaleSite.IdOf(each.Article), ScaleSite.RevisionOf(each.Article), day, At(day), "person" + each.Id]));
    }

    private static async Task RunAsync(DbConnection connection, string sql, IEnumerable<object[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var values in rows)
        {
            for (var place = 0; place < values.Length; place++)
            {
                if (command.Parameters.Count == place)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = "@" + (char)('a' + place);
                    command.Parameters.Add(parameter);
                }
                command.Parameters[place].Value = values[place];
            }
            await command.ExecuteNonQueryAsync();
        }
    }

    private long At(long day) => (day * TimeSpan.MillisecondsPerDay) + _random.Next((int)TimeSpan.MillisecondsPerDay);

    private long Some(int of, double share) => Enumerable.Range(0, of).Count(_ => _random.NextDouble() < share);

    // As long as a pseudonym is.
    private string NextId() => $"{++_ids:D22}";

    private int Draw()
    {
        var place = Array.BinarySearch(_sums, _random.NextDouble() * _sums[^1]);
        return place < 0 ? ~place : place;
    }

    private static double[] Sums(int articles)
    {
        var (sums, sum) = (new double[articles], 0.0);
        for (var article = 0; article < sums.Length; article++) sums[article] = sum += 1.0 / (article + 1);
        return sums;
    }
}
