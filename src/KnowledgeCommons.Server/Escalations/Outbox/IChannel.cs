namespace KnowledgeCommons.Server.Escalations;

/// <summary>A way to tell people outside the desk: mail, chat, ticket systems and webhooks.</summary>
internal interface IChannel
{
    /// <summary>Stored with each message; never changes.</summary>
    string Name { get; }

    /// <summary>The channel in whose place this one speaks when that one cannot deliver; null for one that always speaks.</summary>
    string? InsteadOf => null;

    /// <summary>Where this channel tells that audience about the case; none when it is not set up or has no way to reach them.</summary>
    IReadOnlyList<string> AddressesOf(CaseRow subject, Addressee audience);

    /// <summary>Tries once, within two minutes. What the other side does wrong is a <see cref="Delivery"/>, not an exception.</summary>
    Task<Delivery> DeliverAsync(Message message, CancellationToken cancel);

    /// <summary>Whether it can tell somebody by an address alone, with no case.</summary>
    bool BringsNews => false;

    /// <summary>Where it reaches whoever is on duty (null: nobody is listed) about what is no case: the person, or the room where colleagues hear of everything.</summary>
    IReadOnlyList<string> AddressesOnDuty(string? person) => [];

    /// <summary>Tries once to bring a letter about what is no case.</summary>
    Task<Delivery> DeliverAsync(News news, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.Refused("This channel tells of cases only."));

    /// <summary>Tries once what another slice has to tell.</summary>
    Task<Delivery> DeliverAsync(Errand errand, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.Refused("This channel does not bring that."));
}
