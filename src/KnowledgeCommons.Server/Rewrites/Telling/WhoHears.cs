namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// How many will hear: all of them on their receipts, some also by mail; some had asked to be called, which a person has to do. Whoever wrote a ticket
/// elsewhere cannot be told by us.
/// </summary>
public sealed record WhoHears(int People, int ByMail, int WantCall, long Elsewhere)
{
    internal static WhoHears Of(IReadOnlyList<Complainer> all, bool mails, long elsewhere) =>
        new(all.Count, mails ? all.Count(one => one.Contact is not null) : 0, all.Count(one => one.WantsCall), elsewhere);
}
