namespace KnowledgeCommons.Server.Escalations;

/// <summary>A channel from the settings, which hears of all that happens to the cases of its topics.</summary>
internal abstract class Follower(string name, ChannelSettings settings, Briefs briefs) : IChannel
{
    public string Name => name;

    public string? InsteadOf => settings.InsteadOf;

    /// <summary>What the desk calls the other end; never an address that is a secret.</summary>
    protected abstract string Place { get; }

    protected Briefs Briefs => briefs;

    protected ChannelSettings Settings => settings;

    public IReadOnlyList<string> AddressesOf(CaseRow subject, Addressee audience) =>
        audience is Addressee.Follower && (subject.Id == DailyCheck.CaseId || settings.Covers(subject.Topic)) ? [Place] : [];

    public virtual IReadOnlyList<string> AddressesOnDuty(string? person) => [];

    /// <summary>The one place, when it hears of all topics: for rooms where colleagues talk, and no case is opened by it.</summary>
    protected IReadOnlyList<string> Room => settings.Topics.Length == 0 ? [Place] : [];

    public abstract Task<Delivery> DeliverAsync(Message message, CancellationToken cancel);

    public virtual Task<Delivery> DeliverAsync(News news, CancellationToken cancel) =>
        Task.FromResult<Delivery>(new Delivery.Refused("This channel tells of cases only."));
}
