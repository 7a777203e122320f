using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The shape of our own in which programs and ServiceNow tell of a case.</summary>
internal static class CaseNews
{
    public static TicketNews? Read(JsonNode? data, string id, DateTimeOffset at) => (data.At("ticket") ?? data.At("case")) is not { } ticket ? null : new TicketNews(
        id, ticket, at, data.At("words"), data.At("author"), StateOf(data.At("state")),
        [.. (data.Child("labels") as JsonArray ?? []).Select(label => label.At()).OfType<string>()]);

    private static TicketState? StateOf(string? state) => state?.ToLowerInvariant() switch
    {
        "open" => TicketState.Open,
        "waiting" => TicketState.Waiting,
        "closed" => TicketState.Closed,
        _ => null
    };
}
