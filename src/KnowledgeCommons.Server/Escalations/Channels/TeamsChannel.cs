using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Microsoft Teams, by a Workflows webhook ("When a Teams webhook request is received"): an adaptive card 1.4 per event. The address is the secret.
/// It answers 202 without saying what became of the card.
/// </summary>
internal sealed class TeamsChannel(string name, ChannelSettings settings, Briefs briefs, TimeProvider time) : Follower(name, settings, briefs), IDisposable
{
    // Teams takes 28 KB per message.
    private const int LongestText = 8000;
    private readonly JsonCalls _calls = new(settings, time);

    protected override string Place => _calls.Host;

    public void Dispose() => _calls.Dispose();

    public override IReadOnlyList<string> AddressesOnDuty(string? person) => Room;

    public override async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        var brief = message.Event.Kind == CaseEventRow.Opened ? Briefs.Opening(message) : Briefs.Change(message);
        var isAgain = message.Event.Kind == CaseEventRow.CameBack || message.Story.Case.RepeatOf is not null;
        var card = Card(brief.Subject, brief.Text, isAgain);
        if (brief.Link is { } link) card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = message.Story.Case.Label, ["url"] = link });
        // Who answers from there names the case by its number: a workflow says nothing about the message that it has posted.
        return (await _calls.SendAsync(null, Envelope(card).ToJsonString(), cancel)).Then(_ => new Delivery.Delivered(new ForeignTicket { Id = message.Story.Case.Label }));
    }

    public override async Task<Delivery> DeliverAsync(News news, CancellationToken cancel) =>
        (await _calls.SendAsync(null, Envelope(Card(news.Letter.Subject, news.Letter.Text.TrimEnd(), isUrgent: true)).ToJsonString(), cancel)).Then(_ => new Delivery.Delivered());

    private static JsonObject Envelope(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = card
        })
    };

    private static JsonObject Card(string subject, string text, bool isUrgent) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.4",
        ["body"] = new JsonArray(
            Run(subject, weight: "Bolder", isUrgent ? "Attention" : "Default"),
            Run(text.Length > LongestText ? text[..LongestText] + "…" : text, weight: "Default", color: "Default"))
    };

    // RichTextBlock and TextRun read no Markdown: what a reader typed stays what it is.
    private static JsonObject Run(string text, string weight, string color) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["weight"] = weight, ["color"] = color })
    };
}
