namespace KnowledgeCommons.Tests.Escalations;

public sealed class ReceiptStepsTests
{
    [Fact]
    public async Task Each_step_is_shown_and_told_in_a_sentence()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
        Assert.Equal(("We have it", "You asked for help. Ana Ruiz will have it first."), await NowAsync(site, receipt));
        await DeskAsync(site, "take");
        Assert.Equal(("Ana Ruiz has it", "Ana Ruiz took it on."), await NowAsync(site, receipt));
        await DeskAsync(site, "work");
        Assert.Equal(("Being worked on", "Ana Ruiz is working on it."), await NowAsync(site, receipt));
        await DeskAsync(site, "answer", ("text", "Which hotel?"), ("asks", "yes"));
        Assert.Equal(("Waiting for your word", "Ana Ruiz asked back:"), await NowAsync(site, receipt));
        await DeskAsync(site, "close", ("reason", "other"), ("text", "Mended."));
        Assert.Equal(("We think it is fixed", "Ana Ruiz thinks that this is settled (for another reason):"), await NowAsync(site, receipt));
        await site.Client.PostAsync(receipt + "/solved");
        Assert.Equal(("You said it is solved", "You said that it is solved."), await NowAsync(site, receipt));
    }

    [Fact]
    public async Task Nobody_reads_of_waiting_who_was_never_asked_back()
    {
        await using var site = await HelpSite.StartAsync();
        var page = await site.Client.PageAsync(await site.Client.AskAsync(("problem", "VPN")));
        Assert.Equal(["We have it", "The help team has it", "Being worked on", "We think it is fixed", "You said it is solved"],
            page.QuerySelectorAll("ol.steps li").Select(step => step.TextContent));
        Assert.Equal("We have it", page.Text("ol.steps [aria-current=step]"));
    }

    private static Task<HttpResponseMessage> DeskAsync(TestSite site, string step, params (string, string)[] fields) =>
        site.Client.PostAsync("/desk/cases/1/" + step, [("me", "ana"), .. fields]);

    private static async Task<(string Step, string Sentence)> NowAsync(TestSite site, string receipt)
    {
        var page = await site.Client.PageAsync(receipt);
        return (page.Text("ol.steps [aria-current=step]"), page.Text("ol.timeline li:last-child strong"));
    }
}
