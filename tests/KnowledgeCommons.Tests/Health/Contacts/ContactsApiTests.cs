using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KnowledgeCommons.Tests.Feedback;

namespace KnowledgeCommons.Tests.Health;

public sealed class ContactsApiTests : IAsyncLifetime
{
    private const string Token = "a token of more than 20 letters";
    private readonly TestSite _site = new();

    public Task InitializeAsync() => _site.StartAsync($"--Contacts:Token={Token}", "--Contacts:Staff:0=@desk.example.com", "--Contacts:Staff:1=Test@example.com");

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Tickets_are_kept_once_and_changed_when_they_say_something_else()
    {
        Assert.Equal((2, 0, 0), Counts(await SendAsync(Ticket("1"), Ticket("2"))));
        Assert.Equal((2, 0, 0), Counts(await SendAsync(Ticket("1"), Ticket("2"))));
        Assert.Equal((1, 1, 0), Counts(await SendAsync(Ticket("1"), Ticket("2", ("subject", "Something else")))));
        Assert.Equal(2, await _site.CountAsync("contact"));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_with_its_place_and_the_rest_is_kept()
    {
        var reply = await SendAsync(
            Ticket("1"), Ticket("", ("id", " ")), Ticket("3", ("person", "")), Ticket("4", ("at", "tomorrow")), Ticket("5", ("at", "2027-01-01T00:00:00Z")),
            Ticket("6", ("at", "1999-12-31T00:00:00Z")), Ticket("7", ("reason", "bad luck")), Ticket("8", ("source", "knowledge-commons")), 42);
        Assert.Equal((1, 0, 8), Counts(reply));
        Assert.Equal(
            [
                (1, "There is no id, or it is longer than 200 characters or more than one line."),
                (2, "There is no person, so nobody could tell whether the same person came back; or their address is longer than 254 characters."),
                (3, "The date \"tomorrow\" cannot be read."),
                (4, "The date 2027-01-01 00:00 (UTC) lies in the future."),
                (5, "The date 1999-12-31 lies before the year 2000."),
                (6, "The reason is not known. It may be broken, lost-something, needs-a-person, other, out-of-date, permission, policy, step-fails, the-page, unclear, unsafe, wrong."),
                (7, "The source cannot be called knowledge-commons: cases opened here are known already."),
                (8, "It is no JSON object.")
            ],
            reply.GetProperty("refused").EnumerateArray().Select(one => (one.GetProperty("index").GetInt32(), one.GetProperty("why").GetString())));
    }

    [Fact]
    public async Task People_become_hashes_at_the_door_and_the_same_person_the_same_one()
    {
        await SendAsync(Ticket("1", ("person", "Ada Byron <ada@example.com>")), Ticket("2", ("person", "ADA@example.com")), Ticket("3", ("person", "bob@example.com")));
        var people = await _site.QueryAsync<string>("SELECT person FROM contact ORDER BY id");
        Assert.Equal(people[0], people[1]);
        Assert.NotEqual(people[0], people[2]);
        Assert.DoesNotContain(people, person => person.Contains("example", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_desks_own_people_do_not_count()
    {
        await SendAsync(Ticket("1", ("person", "eve@desk.example.com")), Ticket("2", ("person", "test@example.com")), Ticket("3"));
        Assert.Equal([1L, 1L, 0L], await _site.QueryAsync<long>("SELECT is_staff FROM contact ORDER BY id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer another token of 20 letters")]
    [InlineData("Basic a token of more than 20 letters")]
    public async Task Without_the_right_token_there_is_no_such_address(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = JsonContent.Create(new[] { Ticket("1") }) };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _site.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(0, await _site.CountAsync("contact"));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "The body has to be a JSON array of tickets.")]
    [InlineData("[", HttpStatusCode.BadRequest, "The body has to be a JSON array of tickets.")]
    [InlineData("[[[[[[[[[[[]]]]]]]]]]]", HttpStatusCode.BadRequest, "The body has to be a JSON array of tickets.")]
    public async Task What_is_no_array_is_a_problem_in_words(string body, HttpStatusCode status, string detail)
    {
        using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(detail, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_as_a_whole()
    {
        using var many = await PostAsync(JsonContent.Create(Enumerable.Range(0, 1001).Select(id => Ticket($"{id}"))));
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        using var large = await PostAsync(new ByteArrayContent(new byte[9 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(0, await _site.CountAsync("contact"));
    }

    private static (long, long, int) Counts(JsonElement reply) =>
        (reply.GetProperty("accepted").GetInt64(), reply.GetProperty("updated").GetInt64(), reply.GetProperty("refused").GetArrayLength());

    private static Dictionary<string, string> Ticket(string id, params (string Field, string Value)[] more)
    {
        var ticket = new Dictionary<string, string>
        {
            ["source"] = "zendesk",
            ["id"] = id,
            ["person"] = "ada@example.com",
            ["at"] = "2026-11-20T09:00:00Z",
            ["subject"] = "The VPN says 809",
            ["text"] = "It did yesterday, too."
        };
        foreach (var (field, value) in more) ticket[field] = value;
        return ticket;
    }

    private async Task<JsonElement> SendAsync(params object[] tickets)
    {
        using var answer = await PostAsync(JsonContent.Create(tickets));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        // As curl does it with much to send: the answer may come before the body.
        request.Headers.ExpectContinue = true;
        return await _site.Client.SendAsync(request);
    }
}
