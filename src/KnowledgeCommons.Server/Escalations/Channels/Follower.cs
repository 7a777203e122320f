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

    public IReadOnlyList<string> AddressesOf(CaseRow subject, Audience audience) =>
        audience is Audience.Follower && (subject.Id == DailyCheck.CaseId || settings.Covers(subject.Topic)) ? [Place] : [];

    public abstract Task<Delivery> DeliverAsync(Message message, CancellationToken cancel);
}
