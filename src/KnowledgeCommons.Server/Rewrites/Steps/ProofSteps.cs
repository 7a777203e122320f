namespace KnowledgeCommons.Server.Rewrites;

/// <summary>What becomes of a rewrite case when its article changes and when readers have shown what the change is worth. Each is a pure step.</summary>
internal static class ProofSteps
{
    /// <summary>How long the owner can change the words before those who complained are told.</summary>
    public static readonly TimeSpan TimeToWord = TimeSpan.FromDays(1);

    /// <summary>After so long without a decision there are too few readers for one.</summary>
    public static readonly TimeSpan LongestProof = TimeSpan.FromDays(7 * 16);

    /// <summary>No new case before so long after one that could not be decided.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(7 * 26);

    /// <summary>A flag may come and go with chance: its case waits so long before it ends by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7 * 4);

    /// <summary>So many rewrites that did not help mean that a text cannot.</summary>
    public const int MostFailures = 2;

    /// <summary>
    /// Another version was published as the answer. What had been told about an earlier one is told; about this one it will be.
    /// Null where no answer is awaited, and for the version that the case is about or that has been tried.
    /// </summary>
    public static RewriteChange? Publish(RewriteCase before, PublishedAnswer answer, DateTimeOffset now)
    {
        if (!before.IsUnsettled || answer.Revision == before.Revision || answer.Revision == before.Answer) return null;
        var after = before with
        {
            State = RewriteState.Verifying,
            Answer = answer.Revision,
            AnsweredAt = now,
            Verdict = null,
            Percent = null,
            ChangeWords = answer.Words,
            ChangedBy = answer.By,
            TellAt = now + TimeToWord,
            ToldAt = null,
            SnoozedUntil = null,
            RestUntil = null
        };
        return new RewriteChange(after, new RewriteEvent
        {
            At = now,
            Kind = RewriteEvent.Published,
            Who = answer.By,
            Words = answer.Words,
            Revision = answer.Revision,
            CommitHash = answer.Commit
        })
        { Tell = before.Whose };
    }

    /// <summary>
    /// What the evidence says does not flag the article any more. Ends a case that a flag opened four weeks ago or earlier and that nobody took; what people asked
    /// for, write on or have failed at goes on.
    /// </summary>
    public static RewriteChange? Fade(RewriteCase before, string sentence, DateTimeOffset now) => MayFade(before, now)
            ? new RewriteChange(before with { State = RewriteState.Faded, ClosedAt = now, SnoozedUntil = null }, new RewriteEvent { At = now, Kind = RewriteEvent.Faded, Words = sentence })
            : null;

    /// <summary>Whether the case ends once its flag is no longer borne out.</summary>
    public static bool MayFade(RewriteCase about, DateTimeOffset now) => about is { State: RewriteState.Open, OpenedBy: null } && about.OpenedAt + Patience <= now;

    /// <summary>Readers have decided, or the time for it is over; null while neither has happened.</summary>
    public static RewriteChange? Judge(RewriteCase before, Proof proof, Service service, DateTimeOffset now)
    {
        if (before.State != RewriteState.Verifying) return null;
        var judged = before with { Verdict = proof.Verdict, Percent = proof.Percent };
        return proof.Verdict switch
        {
            Proof.Helped or Proof.InOrder => new RewriteChange(judged with { State = RewriteState.Proven, ClosedAt = now }, Entry(RewriteEvent.Proven, before, proof, now)) { Tell = before.Whose },
            Proof.NoBetter or Proof.Worse => Failed(judged, proof, service, now),
            _ when before.AnsweredAt + LongestProof <= now => new RewriteChange(
                judged with { State = RewriteState.Unverified, ClosedAt = now, RestUntil = now + Rest }, Entry(RewriteEvent.Unverified, before, proof, now)),
            _ => null
        };
    }

    private static RewriteChange Failed(RewriteCase judged, Proof proof, Service service, DateTimeOffset now)
    {
        var failed = judged with { Failures = judged.Failures + 1 };
        if (failed.Failures < MostFailures)
            return new RewriteChange(failed with { State = RewriteState.Reopened, Due = null }, Entry(RewriteEvent.Reopened, judged, proof, now)) { Tell = judged.Whose };
        var routed = failed with { State = RewriteState.ProductFix, Service = service.Key, ServiceName = service.Name, Due = null };
        return new RewriteChange(routed, Entry(RewriteEvent.ProductFix, judged, proof, now) with { Whom = service.Name }) { Tell = service.Key };
    }

    private static RewriteEvent Entry(string kind, RewriteCase about, Proof proof, DateTimeOffset now) =>
        new() { At = now, Kind = kind, Words = proof.Sentence, Revision = about.Answer, Percent = proof.Percent };
}
