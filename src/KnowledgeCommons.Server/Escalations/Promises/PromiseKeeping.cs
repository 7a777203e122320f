using System.Data.Common;
using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Looks after promises: passes on what an absent owner cannot keep, reminds owners, and owns up to promises that were missed. Each step claims its case
/// by a conditional update and is one transaction with its entries and messages, so that it happens once, however many servers look and whenever one
/// of them stops.
/// </summary>
internal sealed class PromiseKeeping(Database database, Cases cases, Keepers keepers, DutyDesk duty, FirstWords firstWords, SiteClock clock)
{
    private const string StillOpen = "id = @Id AND state <> 'closed'";

    /// <summary>One look at all open cases; whatever is due has happened when it returns.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await firstWords.RefreshAsync(cancel);
        var open = await database.ReadAsync(connection => connection.QueryAsync<CaseRow>(
            "SELECT id, owner, promise_by, remind_at, topic FROM help_case WHERE state <> 'closed'"), cancel);
        var absences = open.Select(row => row.Owner).OfType<string>().Distinct().ToDictionary(owner => owner, keepers.AbsenceOf);
        foreach (var row in open)
        {
            if (StepFor(row, row.Owner is null ? null : absences[row.Owner]) is not { } step) continue;
            await database.WriteAsync(connection => step(connection, row), cancel);
            cases.Tell(row.Id);
        }
    }

    private Func<DbConnection, CaseRow, Task>? StepFor(CaseRow row, Absence? absence) =>
        row.PromiseBy < clock.Now ? OwnUpAsync
        : absence is not null && keepers.MustPassOn(row, absence) ? PassOnAsync
        : row.RemindAt <= clock.Now ? RemindAsync
        : null;

    private async Task OwnUpAsync(DbConnection connection, CaseRow seen)
    {
        var isOurs = await connection.ExecuteAsync($"UPDATE help_case SET misses = misses + 1 WHERE {StillOpen} AND promise_by = @PromiseBy", seen) > 0;
        if (isOurs && await CaseBook.FindAsync(connection, seen.Id) is { } before) await cases.KeepAsync(connection, Missed(before));
    }

    private async Task PassOnAsync(DbConnection connection, CaseRow seen)
    {
        var isOurs = await connection.ExecuteAsync($"UPDATE help_case SET owner = owner WHERE {StillOpen} AND owner = @Owner", seen) > 0;
        if (isOurs && await CaseBook.FindAsync(connection, seen.Id) is { } before)
            await cases.KeepAsync(connection, keepers.PassOn(before));
    }

    private async Task RemindAsync(DbConnection connection, CaseRow seen)
    {
        var isOurs = await connection.ExecuteAsync($"UPDATE help_case SET remind_at = NULL WHERE {StillOpen} AND remind_at = @RemindAt", seen) > 0;
        if (!isOurs || await CaseBook.FindAsync(connection, seen.Id) is not { } before) return;
        var reminded = new CaseEventRow { At = clock.Now, Kind = CaseEventRow.Reminded, Who = before.OwnerName, PromiseBy = before.PromiseBy, IsPrivate = 1 };
        await cases.KeepAsync(connection, new CaseChange(before, [reminded], Addressee.Owner));
    }

    // The deputy is told at the first miss, whoever leads the team at the second. A person's word to the reader starts the count anew.
    private CaseChange Missed(CaseRow before)
    {
        var kept = keepers.NextWord(before);
        var told = before.Misses switch { 1 => duty.Find(kept.Case.Deputy), 2 => duty.LeadOf(kept.Case.Owner), _ => null };
        var apology = new CaseEventRow
        {
            At = clock.Now,
            Kind = CaseEventRow.Apologised,
            Who = before.OwnerName,
            Missed = before.PromiseBy,
            PromiseBy = kept.Case.PromiseBy
        };
        var warned = new CaseEventRow { At = clock.Now, Kind = CaseEventRow.Warned, Who = before.OwnerName, Whom = told?.Name, IsPrivate = 1 };
        List<Addressee> tell = [Addressee.Reader];
        if (kept.PassedOn.Count > 0) tell.Add(Addressee.Owner);
        if (told is not null) tell.Add(before.Misses == 1 ? Addressee.Deputy : Addressee.Lead);
        return new CaseChange(kept.Case, [.. told is null ? [] : (CaseEventRow[])[warned], .. kept.PassedOn, apology], [.. tell]);
    }
}
