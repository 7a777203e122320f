using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Somebody who reads the mails of an address says that a case from there is the same problem as one before.</summary>
internal sealed class SameAgain(Database database, Cases cases, DutyDesk duty, Promises promises, SiteClock clock)
{
    /// <summary>Null for a token that was never sent.</summary>
    public Task<Story?> FindAsync(string token, CancellationToken cancel) => database.ReadAsync(async connection =>
        await CaseBook.StoryAsync(connection, await CaseBook.FindBySameAgainAsync(connection, ReceiptToken.HashOf(token))), cancel);

    /// <summary>Who gets it: whoever helped before, unless somebody has begun with it already.</summary>
    public string NameOfNext(Story story) =>
        HasBegun(story.Case) || story.SameAs is not { } earlier ? story.Case.OwnerName : duty.ResponderAgain(earlier, clock.Now).Name;

    /// <summary>It counts as a repeat contact and goes to whoever helped before. A second time does nothing.</summary>
    public async Task SayAsync(Story story, CancellationToken cancel)
    {
        if (story.SameAs is { } earlier) await cases.ChangeAsync(story.Case.Id, before => Said(before, earlier), cancel);
    }

    private CaseChange Said(CaseRow before, CaseRow earlier)
    {
        if (before.KnownBy == RepeatRule.ByMail) return new CaseChange(before, []);
        var known = before with { RepeatOf = earlier.Id, Person = earlier.Person ?? earlier.Reader, KnownBy = RepeatRule.ByMail };
        var after = HasBegun(before) ? known : Given(known, duty.ResponderAgain(earlier, clock.Now));
        var entry = new CaseEventRow { At = clock.Now, Kind = CaseEventRow.Same, Whom = after.OwnerName, PromiseBy = after.PromiseBy };
        return new CaseChange(after, [entry], Addressee.Owner);
    }

    // The promise stays as long as they can keep it: it was given to the reader.
    private CaseRow Given(CaseRow before, Responder next)
    {
        if (next.Key == before.Owner) return before;
        var given = before with { Owner = next.Key, OwnerName = next.Name, Deputy = next.DeputyKey };
        return before.PromiseBy is { } promise && promise > clock.Now && duty.Admits(next.Key, promise)
            ? given
            : given.Promising(promises.NextWordBy(next.Key, before.Topic), clock.Now);
    }

    private static bool HasBegun(CaseRow subject) => subject.IsClosed || subject.State != CaseState.Received;
}
