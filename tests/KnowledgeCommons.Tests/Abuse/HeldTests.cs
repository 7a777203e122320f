using System.Net;
using AngleSharp.Dom;
using Dapper;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Abuse;

public sealed class HeldTests : IAsyncLifetime
{
    private const string Angry = "This is the THIRD time!!! Your printer page is useless and I am fed up.";
    private TestSite? _site;

    private TestSite Site => _site ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _site = await HelpSite.StartAsync("--Abuse:FastestForm=00:00:02", "--Site:Proxies:0=127.0.0.1");

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task A_form_that_a_person_took_their_time_for_opens_a_case_however_angry_its_words()
    {
        var form = await FormAsync(Angry);
        Site.Time.Advance(TimeSpan.FromSeconds(2));
        await Site.Client.AskAsync(form);
        Assert.Equal(1, await CountAsync("help_case"));
        Assert.Equal(0, await CountAsync("held_post"));
    }

    [Theory]
    [InlineData("fast", "faster than people type")]
    [InlineData("trap", "A field that people cannot see came filled in")]
    public async Task What_a_machine_seems_to_have_sent_is_held_and_its_sender_told_kindly_why(string how, string sentence)
    {
        var receipt = await HeldAsync(how);
        var page = await Site.Client.PageAsync(receipt);
        Assert.Contains(sentence, page.Text("main"), StringComparison.Ordinal);
        Assert.Contains(Angry, page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("The help team can help you", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("help_case"));
        Assert.Equal(0, await CountAsync("outbox"));
    }

    [Fact]
    public async Task Whoever_says_that_they_are_a_person_is_one_and_their_receipt_is_the_same()
    {
        var receipt = await HeldAsync("trap");
        using var pressed = await Site.Client.PostAsync(receipt + "/person", content: null);
        Assert.Equal(receipt, pressed.Headers.Location?.OriginalString);
        Assert.Contains("KC-1", (await Site.Client.PageAsync(receipt)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("held_post"));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Client.PostAsync(receipt + "/person", content: null)).StatusCode);
        Assert.Equal(1, await CountAsync("help_case"));
    }

    [Fact]
    public async Task The_desk_says_of_each_whether_a_person_sent_it()
    {
        var receipt = await HeldAsync("trap");
        Site.Time.Advance(TimeSpan.FromMinutes(1));
        await HeldAsync("fast", "Buy cheap watches");
        Assert.Equal("2 posts are held back because machines seem to have sent them", (await Site.Client.PageAsync("/desk/cases")).Text("main .notice"));
        var desk = await Site.Client.PageAsync("/desk/held");
        Assert.Equal([Angry, "Buy cheap watches"], desk.QuerySelectorAll("blockquote").Select(quote => quote.TextContent));
        var forms = desk.QuerySelectorAll("main form").Select(form => form.GetAttribute("action") ?? "").ToList();
        await Site.Client.PostAsync(forms[0], content: null);
        await Site.Client.PostAsync(forms[3], content: null);
        Assert.Contains("Nothing is held.", (await Site.Client.PageAsync("/desk/held")).Text("main"), StringComparison.Ordinal);
        Assert.Contains(Angry, (await Site.Client.PageAsync(receipt)).Text("main"), StringComparison.Ordinal);
        Assert.Contains(Angry, (await Site.Client.PageAsync("/desk/cases/1")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("help_case"));
    }

    [Fact]
    public async Task Whoever_is_stuck_right_now_is_held_like_everybody_and_goes_on_as_stuck()
    {
        var form = await FieldsAsync("/help/now", "All down");
        using var answer = await Site.Client.PostAsync("/help/now", [.. form]);
        await Site.Client.PostAsync(answer.Headers.Location?.OriginalString + "/person", content: null);
        var story = await Site.Services.GetRequiredService<Cases>().FindByNumberAsync(1, default);
        Assert.True(story?.Case.IsStuckNow);
    }

    [Fact]
    public async Task A_form_sent_twice_is_held_once()
    {
        var form = await FormAsync(Angry);
        Assert.Equal(await Site.Client.AskAsync(form), await Site.Client.AskAsync(form));
        Assert.Equal(1, await CountAsync("held_post"));
    }

    [Fact]
    public async Task Mending_a_mistake_takes_no_time_and_a_stamp_that_was_made_up_says_nothing()
    {
        var form = await FormAsync("");
        Site.Time.Advance(TimeSpan.FromSeconds(5));
        using var wrong = await Site.Client.PostAsync("/help", form);
        var again = (await wrong.PageAsync()).Fields("/help").Select(field => field.Name == "problem" ? (field.Name, "Now with words") : field).ToArray();
        await Site.Client.AskAsync(again);
        await Site.Client.AskAsync(("problem", "From a program"), ("shown", "1.x"));
        Assert.Equal(2, await CountAsync("help_case"));
    }

    [Fact]
    public async Task What_is_held_stands_encrypted_in_the_database()
    {
        await HeldAsync("trap");
        var stored = await Site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT words || content FROM held_post"), default);
        Assert.DoesNotContain("useless", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_machine_seems_to_have_given_counts_nowhere_until_a_person_says_so()
    {
        using var answer = await Site.Client.PostAsync($"/articles/{HelpSite.Vpn}/outcome", ("answer", "fixed"), ("homepage", "https://spam.example"));
        var receipt = answer.Headers.Location?.OriginalString ?? "";
        Assert.Contains("Your words are here, and safe", (await Site.Client.PageAsync(receipt)).Text("h1"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("outcome"));
        await Site.Client.PostAsync(receipt + "/person", content: null);
        Assert.Equal(1, await CountAsync("outcome"));
        Assert.Equal(HttpStatusCode.OK, (await Site.Client.GetAsync(receipt)).StatusCode);
    }

    [Fact]
    public async Task Many_answers_about_one_article_from_one_network_are_held_and_those_of_other_networks_and_articles_are_not()
    {
        for (var vote = 0; vote < 45; vote++) await VoteAsync(HelpSite.Vpn, "203.0.113." + (vote + 1));
        Assert.Equal(40, await CountAsync("outcome"));
        Assert.Equal(5, await CountAsync("held_post"));
        await VoteAsync(HelpSite.Vpn, "198.51.100.7");
        await VoteAsync(HelpSite.Printing, "203.0.113.1");
        Site.Time.Advance(TimeSpan.FromHours(1));
        await VoteAsync(HelpSite.Vpn, "203.0.113.1");
        Assert.Equal(43, await CountAsync("outcome"));
    }

    [Fact]
    public async Task What_waits_for_a_day_is_an_alarm_and_what_nobody_looks_at_for_a_month_goes()
    {
        await HeldAsync("trap");
        var watch = Site.Services.GetRequiredService<HeldWatch>();
        Site.Time.Advance(TimeSpan.FromHours(25));
        await watch.LookAsync(default);
        Assert.Contains(Site.Services.GetRequiredService<Alarms>().All, alarm => alarm.StartsWith("1 post has been held for more than a day", StringComparison.Ordinal));
        Site.Time.Advance(TimeSpan.FromDays(30));
        await Site.Services.GetRequiredService<Retention>().RunAsync(default);
        Assert.Equal(0, await CountAsync("held_post"));
        await watch.LookAsync(default);
        Assert.DoesNotContain(Site.Services.GetRequiredService<Alarms>().All, alarm => alarm.Contains("held", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trap_is_seen_reached_and_filled_by_nobody()
    {
        foreach (var page in (string[])["/help", "/help/now", $"/articles/{HelpSite.Vpn}"])
        {
            var field = (await Site.Client.PageAsync(page)).QuerySelector("input[name=homepage]");
            Assert.Equal(("-1", "off", "true"), (field?.GetAttribute("tabindex"), field?.GetAttribute("autocomplete"), field?.ParentElement?.GetAttribute("aria-hidden")));
        }
    }

    private async Task<string> HeldAsync(string how, string words = Angry)
    {
        var form = await FormAsync(words);
        if (how == "trap") Site.Time.Advance(TimeSpan.FromMinutes(1));
        return await Site.Client.AskAsync(how == "trap" ? [.. form.Where(field => field.Name != "homepage"), ("homepage", "https://spam.example")] : form);
    }

    private Task<(string Name, string Value)[]> FormAsync(string words) => FieldsAsync("/help", words);

    private async Task<(string Name, string Value)[]> FieldsAsync(string page, string words) =>
        [.. (await Site.Client.PageAsync(page)).Fields(page).Select(field => field.Name == "problem" ? (field.Name, words) : field)];

    private async Task VoteAsync(string article, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/articles/{article}/outcome") { Content = new FormUrlEncodedContent([new("answer", "fixed")]) };
        request.Headers.Add("X-Forwarded-For", from);
        using var reader = Site.NewReader();
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.SendAsync(request)).StatusCode);
    }

    private Task<long> CountAsync(string table) =>
        Site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), default);
}
