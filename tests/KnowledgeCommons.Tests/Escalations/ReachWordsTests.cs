namespace KnowledgeCommons.Tests.Escalations;

public sealed class ReachWordsTests
{
    private const string NoMail =
        "It stands on this page, so please look here again: no e-mail can be sent from here yet. The help team has your address, me@example.com.";

    [Theory]
    [InlineData("", "", NoMail)]
    [InlineData("--Mail:Host=127.0.0.1", "--Mail:From=desk@example.com", "It comes by e-mail to me@example.com, and stands on this page.")]
    public async Task Mail_is_announced_only_where_it_can_be_sent(string host, string from, string sentence)
    {
        await using var site = await HelpSite.StartAsync(host.Length == 0 ? [] : [host, from, "--Mail:Port=1"]);
        var receipt = await site.Client.PageAsync(await site.Client.AskAsync(("problem", "Help"), ("reach", "email"), ("contact", "me@example.com")));
        Assert.Equal(sentence, receipt.Text("[role=status] + p"));
    }
}
