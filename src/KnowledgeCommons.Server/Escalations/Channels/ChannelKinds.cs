namespace KnowledgeCommons.Server.Escalations;

/// <summary>The kinds of channel that settings can name: the keys each needs, how it is made, and how its own calls are read; the one place to add a kind.</summary>
internal static class ChannelKinds
{
    private static readonly Need Url = new(nameof(ChannelSettings.Url), settings => settings.Url);
    private static readonly Need User = new(nameof(ChannelSettings.User), settings => settings.User);
    private static readonly Need Token = new(nameof(ChannelSettings.Token), settings => settings.Token);

    private static readonly IReadOnlyList<Kind> All =
    [
        new("webhook", (name, settings, briefs, time) => new WebhookChannel(name, settings, briefs, time), new StandardHook(),
            Url, new Need(nameof(ChannelSettings.Secret), settings => settings.Secret)),
        new("slack", (name, settings, briefs, time) => new SlackChannel(name, settings, briefs, time), new SlackHook(),
            Url, new Need(nameof(ChannelSettings.Room), settings => string.IsNullOrEmpty(settings.Token) ? "of the webhook" : settings.Room)),
        new("teams", (name, settings, briefs, time) => new TeamsChannel(name, settings, briefs, time), new TeamsHook(), Url),
        new("zendesk", (name, settings, briefs, time) => new ZendeskChannel(name, settings, briefs, time), new ZendeskHook(), Url, User, Token),
        new("jira", (name, settings, briefs, time) => new JiraChannel(name, settings, briefs, time), new JiraHook(), Url, User, Token,
            new Need(nameof(ChannelSettings.ServiceDesk), settings => settings.ServiceDesk),
            new Need(nameof(ChannelSettings.RequestType), settings => settings.RequestType)),
        new("servicenow", (name, settings, briefs, time) => new ServiceNowChannel(name, settings, briefs, time), new ServiceNowHook(), Url, User, Token),
        new("zammad", (name, settings, briefs, time) => new ZammadChannel(name, settings, briefs, time), new ZammadHook(), Url, Token,
            new Need(nameof(ChannelSettings.Group), settings => settings.Group), new Need(nameof(ChannelSettings.Customer), settings => settings.Customer))
    ];

    public static IEnumerable<string> Names => All.Select(kind => kind.Name);

    public static Kind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>A key without which a channel cannot work, and its value.</summary>
    internal sealed record Need(string Key, Func<ChannelSettings, string?> Of);

    internal sealed record Kind(
        string Name, Func<string, ChannelSettings, Briefs, TimeProvider, IChannel> Make, TicketHook Hook, params IReadOnlyList<Need> Needs);
}
