using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations.Hooks;

/// <summary>Calls /hooks/tickets as each system does, with its own signature.</summary>
internal static class HookSender
{
    public const string Secret = "a-shared-secret";
    public const string TeamsToken = "+ZaRRMC8+mpnfGaGsBOmkIFt98bttL5YQRq3p2tXgcE=";
    public const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";

    /// <summary>A site with every kind of channel that calls back; none of them is really there.</summary>
    public static Task<TestSite> StartAsync() => HelpSite.StartAsync(
    [
        "--Outbox:DailyCheck=false",
        .. Channel("zendesk", "User=x", "Token=x"), .. Channel("jira", "User=x", "Token=x", "ServiceDesk=1", "RequestType=2"),
        .. Channel("servicenow", "User=x", "Token=x"), .. Channel("zammad", "Token=x", "Group=Users", "Customer=a@example.com"),
        .. Channel("slack", "Token=x", "Room=C1"), .. Channel("teams", $"HookSecret={TeamsToken}"), .. Channel("webhook", $"Secret={Key}", $"HookSecret={Key}")
    ]);

    /// <summary>A case, as if the channel had opened a ticket for it: returns the receipt's address.</summary>
    public static async Task<string> AskAsync(this TestSite site, string channel, string ticket)
    {
        var receipt = await site.Client.AskAsync(("problem", $"Ticket {ticket}"), ("article", HelpSite.Vpn));
        await site.Services.GetRequiredService<Database>().WriteAsync(async connection =>
        {
            var id = await connection.ExecuteScalarAsync<string>("SELECT id FROM help_case ORDER BY number DESC LIMIT 1") ?? "";
            await TicketBook.KeepAsync(connection, id, channel, new ForeignTicket { Id = ticket }, site.Time.GetUtcNow());
        }, CancellationToken.None);
        return receipt;
    }

    public static Task<HttpStatusCode> ZendeskAsync(this TestSite site, string body, string secret = Secret, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? site.Time.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        return site.CallAsync("zendesk", body, ("X-Zendesk-Webhook-Signature-Timestamp", timestamp),
            ("X-Zendesk-Webhook-Signature", Convert.ToBase64String(Mac(secret, timestamp + body))));
    }

    public static Task<HttpStatusCode> JiraAsync(this TestSite site, string body, string secret = Secret) =>
        site.CallAsync("jira", body, ("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(Mac(secret, body))));

    public static Task<HttpStatusCode> ServiceNowAsync(this TestSite site, string body, string secret = Secret) =>
        site.CallAsync("servicenow", body, ("X-Knowledge-Commons-Secret", secret));

    public static Task<HttpStatusCode> ZammadAsync(this TestSite site, string body, string secret = Secret) => site.CallAsync("zammad", body,
#pragma warning disable CA5350 // As Zammad signs.
        ("X-Hub-Signature", "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))));
#pragma warning restore CA5350

    public static Task<HttpStatusCode> SlackAsync(this TestSite site, string body, string secret = Secret, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? site.Time.GetUtcNow()).ToUnixTimeSeconds();
        return site.CallAsync("slack", body, ("X-Slack-Request-Timestamp", $"{timestamp}"),
            ("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(Mac(secret, $"v0:{timestamp}:{body}"))));
    }

    public static async Task<(HttpStatusCode Status, string Text)> TeamsAsync(this TestSite site, string body, string token = TeamsToken)
    {
        var mac = HMACSHA256.HashData(Convert.FromBase64String(token), Encoding.UTF8.GetBytes(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/tickets/teams") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"HMAC {Convert.ToBase64String(mac)}");
        using var answer = await site.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static Task<HttpStatusCode> StandardAsync(this TestSite site, string body, string id = "msg_1", string key = Key, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? site.Time.GetUtcNow()).ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Convert.FromBase64String(key["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        return site.CallAsync("webhook", body, ("webhook-id", id), ("webhook-timestamp", $"{timestamp}"),
            ("webhook-signature", $"v1,bm90IHRoaXMgb25l v1,{Convert.ToBase64String(mac)}"));
    }

    public static async Task<HttpStatusCode> CallAsync(this TestSite site, string source, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/tickets/{source}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return (await site.Client.SendAsync(request)).StatusCode;
    }

    /// <summary>The newest case.</summary>
    public static Task<CaseRow> CaseAsync(this TestSite site) => site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.QueryFirstAsync<CaseRow>("SELECT * FROM help_case ORDER BY number DESC"), CancellationToken.None);

    /// <summary>What its reader sees of its timeline.</summary>
    public static async Task<IReadOnlyList<CaseEventRow>> EventsAsync(this TestSite site) => (await site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.QueryAsync<CaseEventRow>(
            "SELECT * FROM case_event WHERE case_id = (SELECT id FROM help_case ORDER BY number DESC LIMIT 1) AND is_private = 0"), CancellationToken.None)).AsList();

    private static byte[] Mac(string secret, string text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Channel(string name, params string[] settings) =>
        settings.Prepend($"HookSecret={Secret}").Prepend("Url=http://127.0.0.1:9").Prepend($"Kind={name}").Select(setting => $"--Channels:{name}:{setting}");
}
