using System.Text.Json;

namespace KnowledgeCommons.Server.Health;

/// <summary>Reads one ticket of an array in JSON.</summary>
internal static class ContactJson
{
    /// <summary>Exactly one of the two is not null.</summary>
    public static (ContactFields? Fields, string? Refusal) Read(JsonElement ticket)
    {
        if (ticket.ValueKind != JsonValueKind.Object) return (null, "It is no JSON object.");
        if (ContactFields.Names.FirstOrDefault(name => !IsWritten(ticket, name)) is { } odd) return (null, $"The field {odd} has to be text.");
        if (Text(ticket, "reason") is { Length: > 0 } reason && ContactReason.Find(reason) is null)
            return (null, $"The reason is not known. It may be {string.Join(", ", ContactReason.Keys)}.");
        return (new ContactFields
        {
            Source = Text(ticket, "source"),
            Id = Text(ticket, "id"),
            Person = Text(ticket, "person"),
            At = Text(ticket, "at"),
            Subject = Text(ticket, "subject"),
            Text = Text(ticket, "text"),
            Topic = Text(ticket, "topic"),
            Article = Text(ticket, "article"),
            SolvedBy = Text(ticket, "solvedBy"),
            Reason = Text(ticket, "reason"),
            RepeatOf = Text(ticket, "repeatOf"),
            ClosedAt = Text(ticket, "closedAt")
        }, null);
    }

    private static bool IsWritten(JsonElement ticket, string field) =>
        !ticket.TryGetProperty(field, out var value) || value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null;

    private static string? Text(JsonElement ticket, string field) => !ticket.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null
    };
}
