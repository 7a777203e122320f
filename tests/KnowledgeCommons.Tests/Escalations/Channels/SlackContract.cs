using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class SlackContract(BriefsOfASite site) : ChannelContract(site)
{
    private string _answer = "{\"ok\":true,\"channel\":\"C123\",\"ts\":\"1503435956.000247\"}";

    [Fact]
    public async Task Whoever_is_on_duty_is_told_in_the_room_of_what_may_be_a_known_issue()
    {
        Assert.Single(Channel.AddressesOnDuty(person: null));
        var news = new News("key", "there", "proposal", new Letter("Is something wrong?", "Six people say so.\n"));
        Assert.Null(Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(news, CancellationToken.None)).Ticket);
        Assert.Contains("Is something wrong?", (string?)Assert.Single(System.Calls).Json!["text"]);
    }

    private protected override int? Held => null;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("slack", new ChannelSettings { Token = Token, Room = "C123" });

    private protected override string Answer(Call call) => _answer;

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /api/chat.postMessage", $"{call.Method} {call.Path}");
        Assert.Equal($"Bearer {Token}", call.Header("Authorization"));
        Assert.Equal("C123", (string?)call.Json!["channel"]);
        Assert.Contains("&lt;!channel&gt;", (string?)call.Json["text"]);
        Assert.DoesNotContain("<", (string?)call.Json["text"]);
        Assert.Null(call.Json["thread_ts"]);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        Assert.Equal("1503435956.000247", (string?)call.Json!["thread_ts"]);
        Assert.Null(call.Json["reply_broadcast"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message)
    {
        Assert.Equal("1503435956.000247", (string?)call.Json!["thread_ts"]);
        Assert.True((bool)call.Json["reply_broadcast"]!);
    }

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = "1503435956.000247" };

    [Theory]
    [InlineData("channel_not_found", true)]
    [InlineData("invalid_auth", true)]
    [InlineData("msg_too_long", false)]
    public async Task An_answer_of_200_that_says_no_is_a_failure(string error, bool canBeMended)
    {
        _answer = $"{{\"ok\":false,\"error\":\"{error}\"}}";
        var outcome = await Channel.DeliverAsync(Opening(), CancellationToken.None);
        Assert.Equal(canBeMended, outcome is Delivery.TryLater);
        Assert.Equal(!canBeMended, outcome is Delivery.Refused);
    }
}

public sealed class SlackWebhookContract(BriefsOfASite site) : ChannelContract(site)
{
    private protected override int? Held => null;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("slack", new ChannelSettings { Url = "/services/hook/T0/B0/x" });

    private protected override string Answer(Call call) => "ok";

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /services/hook/T0/B0/x", $"{call.Method} {call.Path}");
        Assert.StartsWith("[KC-7]", (string?)call.Json!["text"]);
        Assert.DoesNotContain("<", (string?)call.Json["text"]);
    }

    private protected override void CheckChange(Call call, Message message) => Assert.Contains("One more thing", (string?)call.Json!["text"]);

    private protected override void CheckContactedAgain(Call call, Message message) => Assert.Contains("it came back", (string?)call.Json!["text"]);

    private protected override ForeignTicket? Expected(Message opening) => null;
}
