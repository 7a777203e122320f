using System.Text.Json;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The payload of an outbox row: which event of which case, for whom; or which change of a known issue, or proposal of one. It repeats nothing that the
/// reader wrote; the words are read when the message is sent.
/// </summary>
internal sealed record Notice(string Case, string Event, Addressee Audience, string Address)
{
    /// <summary>The event is a change of a known issue, and there is no case.</summary>
    public bool IsNews { get; init; }

    /// <summary>Who words it, where it is neither about a reader's case nor about a known issue: see <see cref="Errand"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>A mail that an <see cref="ILetterWriter"/> words.</summary>
    public static Notice OfLetter(string kind, string about, string address) => new("", about, Addressee.Reader, address) { Kind = kind };

    /// <summary>The event is a known issue that is proposed to whoever is on duty.</summary>
    public bool IsProposal { get; init; }

    public bool IsOfCase => !IsNews && !IsProposal && Kind is null;

    public static Notice OfNews(string change, string address) => new("", change, Addressee.Reader, address) { IsNews = true };

    public static Notice OfProposal(string proposal, string address) => new("", proposal, Addressee.Owner, address) { IsProposal = true };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Notice FromJson(string payload) =>
        JsonSerializer.Deserialize<Notice>(payload) ?? throw new JsonException("An outbox row has an empty payload.");
}
