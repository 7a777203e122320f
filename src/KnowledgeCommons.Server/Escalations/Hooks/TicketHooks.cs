using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// POST /hooks/tickets/{source}: a ticket system tells what happened to a ticket. {source} is the channel's name in the settings. Nothing is read before the
/// signature is known to be right; whoever asks for a channel or a ticket that is not here learns nothing.
/// </summary>
internal static class TicketHooks
{
    private const int LargestBody = 64 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static void MapTicketHooks(this WebApplication app) => app.MapPost("/hooks/tickets/{source}", Receive)
        .WithMetadata(new RequestSizeLimitAttribute(2 * LargestBody)).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Receive(
        string source, HttpRequest request, IOptions<ChannelsOptions> channels, TicketDesk desk, Texts texts, SiteClock clock, ILogger<TicketDesk> log, CancellationToken cancel)
    {
        if (channels.Value.GetValueOrDefault(source) is not { HookSecret: { } secret } settings
            || ChannelKinds.Find(settings.Kind)?.Hook is not { } hook) return TypedResults.NotFound();
        if (await LimitedBody.ReadAsync(request.Body, LargestBody, cancel) is not { } body) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var call = new HookCall(request.Headers, body, clock.Now);
        if (!hook.IsGenuine(call, secret))
        {
            log.HookRefused(source, "its signature does not fit, or it is older than five minutes.");
            return TypedResults.Unauthorized();
        }
        if (Parse(body) is not { } said) return TypedResults.BadRequest();
        if (hook.Challenge(said) is { } challenge) return TypedResults.Text(challenge);
        var news = hook.Read(said, call);
        return hook.Answer(news, isOurs: news is not null && await desk.TakeAsync(source, news, cancel), texts);
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
