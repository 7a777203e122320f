using System.Text.Json;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>POST /api/v1/contacts: another system tells of its tickets. Without the right token there is no such address.</summary>
internal static class ContactsEndpoint
{
    private const int LargestBody = 8 * 1024 * 1024;
    private const int MostContacts = 1_000;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static void MapContacts(this WebApplication app) => app.MapPost("/api/v1/contacts", Receive)
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody + 1))
        .Accepts<ContactFields[]>("application/json")
        .WithName("addContacts").WithTags("health")
        .WithSummary("Tell of tickets from another system")
        .WithDescription("An array of up to 1,000 tickets. Sending one again, known by source and id, changes nothing unless it says something else.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<Results<Ok<ContactsReply>, ProblemHttpResult>> Receive(
        HttpRequest request, IOptions<ContactOptions> options, ContactCheck check, ContactBook book, SiteClock clock, CancellationToken cancel)
    {
        if (!ApiToken.Fits(request, options.Value.Token)) return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        if (request.ContentLength > LargestBody || await LimitedBody.ReadAsync(request.Body, LargestBody, cancel) is not { } body)
            return TypedResults.Problem("More than 8 MB were sent. Please send fewer tickets at once.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (Parse(body) is not { } sent) return TypedResults.Problem("The body has to be a JSON array of tickets.", statusCode: StatusCodes.Status400BadRequest);
        using (sent)
        {
            if (sent.RootElement.GetArrayLength() > MostContacts)
                return TypedResults.Problem("More than 1,000 tickets were sent at once. Nothing was saved.", statusCode: StatusCodes.Status400BadRequest);
            return TypedResults.Ok(await KeepAsync(sent.RootElement, new ContactDates(ZoneOf(options.Value, clock)), check, book, cancel));
        }
    }

    private static async Task<ContactsReply> KeepAsync(JsonElement sent, ContactDates dates, ContactCheck check, ContactBook book, CancellationToken cancel)
    {
        var (accepted, refused) = (new List<Contact>(), new List<RefusedContact>());
        foreach (var (index, element) in sent.EnumerateArray().Index())
        {
            var (fields, why) = ContactJson.Read(element);
            var (contact, refusal) = fields is null ? (null, why) : check.Check(fields, dates);
            if (contact is not null) accepted.Add(contact);
            else refused.Add(new RefusedContact(index, refusal ?? ""));
        }
        var kept = await book.KeepAsync(accepted, cancel);
        return new ContactsReply(kept.Added + kept.Unchanged, kept.Updated, refused);
    }

    internal static TimeZoneInfo ZoneOf(ContactOptions options, SiteClock clock) =>
        options.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : clock.Zone;

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            var sent = JsonDocument.Parse(body, Strict);
            if (sent.RootElement.ValueKind == JsonValueKind.Array) return sent;
            sent.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
