using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class TeamsContract(BriefsOfASite site) : ChannelContract(site)
{
    [Fact]
    public async Task Whoever_is_on_duty_is_told_in_the_room_of_what_may_be_a_known_issue()
    {
        Assert.Single(Channel.AddressesOnDuty(person: null));
        var news = new News("key", "there", "proposal", new Letter("Is something wrong?", "Six people say so.\n"));
        Assert.Null(Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(news, CancellationToken.None)).Ticket);
        Assert.Equal("Is something wrong?", Text(Assert.Single(System.Calls), 0));
    }

    private protected override int? Held => null;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("teams", new ChannelSettings { Url = "/workflows/hook/triggers?sig=x" });

    private protected override string Answer(Call call) => "";

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /workflows/hook/triggers?sig=x", $"{call.Method} {call.Path}");
        Assert.Equal("message", (string?)call.Json!["type"]);
        var attachment = call.Json["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        var card = attachment["content"]!;
        Assert.Equal("AdaptiveCard", (string?)card["type"]);
        Assert.Equal("1.4", (string?)card["version"]);
        Assert.Contains(Hostile, Text(call, 1));
        Assert.Equal("Action.OpenUrl", (string?)card["actions"]![0]!["type"]);
        Assert.Equal("https://help.example.com/desk/cases/7", (string?)card["actions"]![0]!["url"]);
    }

    private protected override void CheckChange(Call call, Message message) => Assert.Contains("One more thing", Text(call, 1));

    private protected override void CheckContactedAgain(Call call, Message message)
    {
        Assert.Contains("it came back", Text(call, 1));
        Assert.Equal("Attention", (string?)Body(call)[0]!["inlines"]![0]!["color"]);
    }

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = "KC-7" };

    private static global::System.Text.Json.Nodes.JsonNode Body(Call call) => call.Json!["attachments"]![0]!["content"]!["body"]!;

    private static string Text(Call call, int block) => (string?)Body(call)[block]!["inlines"]![0]!["text"] ?? "";
}
