using System.Text.Json;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The payload of an outbox row: which event of which case, for whom; or which change of a known issue, or proposal of one. It repeats nothing that the
/// reader wrote; the words are read when the message is sent.
/// </summary>
internal sealed record Notice(string Case, string Event, Audience Audience, string Address)
{
    /// <summary>The event is a change of a known issue, and there is no case.</summary>
    public bool IsNews { get; init; }

    /// <summary>The event is a known issue that is proposed to whoever is on duty.</summary>
    public bool IsProposal { get; init; }

    public bool IsOfCase => !IsNews && !IsProposal;

    public static Notice OfNews(string change, string address) => new("", change, Audience.Reader, address) { IsNews = true };

    public static Notice OfProposal(string proposal, string address) => new("", proposal, Audience.Owner, address) { IsProposal = true };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Notice FromJson(string payload) =>
        JsonSerializer.Deserialize<Notice>(payload) ?? throw new JsonException("An outbox row has an empty payload.");
}
