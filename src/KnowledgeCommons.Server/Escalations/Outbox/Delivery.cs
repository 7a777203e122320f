namespace KnowledgeCommons.Server.Escalations;

/// <summary>How an attempt to tell somebody ended. A reason is one sentence for the desk.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary><paramref name="Ticket"/>: what the other side calls the case, when it has just said so.</summary>
    public sealed record Delivered(ForeignTicket? Ticket = null) : Delivery;

    /// <summary>
    /// Nothing is wrong with the message: the other side is away, busy or broken. <paramref name="After"/>: how long it asked to be left alone.
    /// </summary>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>The other side will never take this message.</summary>
    public sealed record Refused(string Reason) : Delivery;
}
