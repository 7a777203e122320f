namespace KnowledgeCommons.Server.Escalations;

/// <summary>How an attempt to tell somebody ended. A reason is one sentence for the desk.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    public sealed record Delivered : Delivery;

    /// <summary>Nothing is wrong with the message: the other side is away, busy or broken.</summary>
    public sealed record TryLater(string Reason) : Delivery;

    /// <summary>The other side will never take this message.</summary>
    public sealed record Refused(string Reason) : Delivery;
}
