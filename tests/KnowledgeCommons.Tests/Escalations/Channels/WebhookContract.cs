using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

public sealed class WebhookContract(BriefsOfASite site) : ChannelContract(site)
{
    private readonly HashSet<string> _ids = [];

    private protected override int? Held => _ids.Count;

    private protected override (string Kind, ChannelSettings Settings) SetUp() => ("webhook", new ChannelSettings { Url = "/hook/in", Secret = Key });

    private protected override string Answer(Call call)
    {
        _ids.Add(call.Header("webhook-id"));
        return "";
    }

    private protected override void CheckOpening(Call call, Message message)
    {
        Assert.Equal("POST /hook/in", $"{call.Method} {call.Path}");
        CheckSignature(call);
        Assert.Equal("case.opened", (string?)call.Json!["type"]);
        var data = call.Json["data"]!;
        Assert.Equal(message.Story.Case.Id, (string?)data["case"]);
        Assert.Equal(Hostile, (string?)data["problem"]);
        Assert.Equal("stopped", (string?)data["impact"]);
        Assert.Equal("https://help.example.com/desk/cases/7", (string?)data["url"]);
        Assert.False((bool)data["contacted_again"]!);
        Assert.DoesNotContain("/receipts/", call.Text);
    }

    private protected override void CheckChange(Call call, Message message)
    {
        CheckSignature(call);
        Assert.Equal("case.said", (string?)call.Json!["type"]);
        Assert.Equal("One more thing: <b>it</b> \"beeps\".", (string?)call.Json["data"]!["words"]);
    }

    private protected override void CheckContactedAgain(Call call, Message message)
    {
        Assert.Equal("case.came-back", (string?)call.Json!["type"]);
        Assert.True((bool)call.Json["data"]!["contacted_again"]!);
    }

    private protected override ForeignTicket? Expected(Message opening) => new() { Id = opening.Story.Case.Id };

    private protected override string Comparable(Call call) => call.Header("webhook-id");

    // Worked out here by hand, as the specification writes it.
    private static void CheckSignature(Call call)
    {
        var key = Convert.FromBase64String(Key["whsec_".Length..]);
        var signed = $"{call.Header("webhook-id")}.{call.Header("webhook-timestamp")}.{call.Text}";
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed))), call.Header("webhook-signature"));
        Assert.Matches("^msg_[0-9a-f]{16}$", call.Header("webhook-id"));
    }
}
