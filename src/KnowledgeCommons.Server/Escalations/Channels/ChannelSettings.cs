namespace KnowledgeCommons.Server.Escalations;

/// <summary>One channel as set up below Channels:NAME. Which keys a kind needs is in <see cref="ChannelKinds"/>.</summary>
internal sealed class ChannelSettings
{
    /// <summary>webhook, slack, teams, zendesk, jira, servicenow or zammad.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The topics whose cases it hears of, each with all below it; empty for all.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>The channel in whose place it speaks when that one cannot deliver; not set for one that always speaks.</summary>
    public string? InsteadOf { get; set; }

    /// <summary>Where the system is; for webhooks, where to send to. Such an address may be a secret itself.</summary>
    public string? Url { get; set; }

    public string? User { get; set; }
    public string? Token { get; set; }

    /// <summary>What a webhook is signed with: whsec_ and base64.</summary>
    public string? Secret { get; set; }

    /// <summary>What the system's own calls of /hooks/tickets/NAME are checked with; without it they are refused.</summary>
    public string? HookSecret { get; set; }

    public string? Room { get; set; }
    public string? ServiceDesk { get; set; }
    public string? RequestType { get; set; }
    public string? Group { get; set; }
    public string? Customer { get; set; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool Covers(string topic) =>
        Topics.Length == 0 || Topics.Any(covered => topic == covered || topic.StartsWith(covered + "/", StringComparison.Ordinal));
}
