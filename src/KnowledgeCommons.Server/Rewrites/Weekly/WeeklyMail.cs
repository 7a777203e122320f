using System.Data.Common;
using System.Globalization;
using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// One mail a week to whoever has something to do, in the first hours that they work in that week, by their own clock. Nothing waits, nothing is sent. The
/// mail of a week is one row, so that each gets it once, whoever sends it.
/// </summary>
internal sealed class WeeklyMail(Database database, RewriteCases cases, WeeklyWords words, WeeklyChoice choice, RewriteNews news, Outbox outbox, DutyDesk duty, SiteClock clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public async Task SendDueAsync(Library library, CancellationToken cancel)
    {
        if (!news.Mails) return;
        var due = library.People.ByKey.Values.Where(IsWritable).Where(person => WeekDue(person.Key) is not null).ToList();
        if (due.Count == 0) return;
        var off = await choice.OffAsync(cancel);
        var waiting = await cases.InAsync(RewriteState.Unsettled, cancel);
        foreach (var person in due.Where(person => !off.Contains(person.Key))) await SendAsync(person, OwnersWork.Of(KeysOf(person, library.People), waiting, clock.Now), cancel);
    }

    /// <summary>The Monday of the week whose mail is due to that person now; null when none is. A week begins on the Monday of their own time zone.</summary>
    private DateOnly? WeekDue(string key)
    {
        // Of several people, whoever begins first.
        foreach (var time in duty.TimesOf(key, clock.Now))
        {
            var today = time.DayOf(clock.Now);
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            var midnight = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), time.Zone.GetUtcOffset(monday.ToDateTime(TimeOnly.MinValue)));
            if (time.NextStart(midnight) is { } start && start <= clock.Now && clock.Now < start + Window && start < midnight.AddDays(7)) return monday;
        }
        return null;
    }

    private async Task SendAsync(Person person, OwnersWork work, CancellationToken cancel)
    {
        if (work.Things.Count == 0 || WeekDue(person.Key) is not { } monday) return;
        var (subject, text) = words.Of(person, work);
        var week = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await database.WriteAsync(connection => AddAsync(connection, person, week, subject, text), cancel);
        outbox.Wake();
    }

    private async Task AddAsync(DbConnection connection, Person person, string week, string subject, string text)
    {
        var id = Guid.CreateVersion7(clock.Now).ToString();
        var isNew = await connection.ExecuteAsync(
            """
            INSERT INTO rewrite_mail (id, owner, week, subject, body, at) VALUES (@id, @Key, @week, @subject, @text, @Now) ON CONFLICT (owner, week) DO NOTHING
            """, new { id, person.Key, week, subject, text, clock.Now }) > 0;
        // Whoever has no address is not asked for: see IsWritable.
        if (isNew) await news.MailAsync(connection, WeeklyLetters.KindOfMail, id, person.Email!);
    }

    private static bool IsWritable(Person person) => person.Email is { } address && ContactAddress.IsEmail(address);

    // A team with an address of its own gets one mail there; of another one each member has what is the team's.
    private static IReadOnlyList<string> KeysOf(Person person, People people) =>
        [person.Key, .. person.IsTeam ? [] : people.TeamsOf(person).Where(team => !IsWritable(team)).Select(team => team.Key)];
}
