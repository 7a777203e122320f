using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Escalations.Channels;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>The forge in a whole site, through the outbox.</summary>
public sealed class ForgeSiteTests
{
    private static string[] Forge(FakeSystem there) => ["--Forge:Kind=gitea", $"--Forge:Url={there.Url}", "--Forge:Project=acme/kb", "--Forge:Token=t0p-secret"];

    [Fact]
    public async Task An_issue_is_opened_with_the_case_and_hears_of_its_steps_also_after_an_outage()
    {
        await using var forge = await new FakeSystem(_ => "{\"number\":7,\"html_url\":\"https://git.example.com/acme/kb/issues/7\"}").StartAsync();
        forge.Troubles.Enqueue(Trouble.Fails);
        await using var site = await RewriteSite.StartAsync(Forge(forge));
        await site.OpenAsync();
        await site.UntilAsync(() => Task.FromResult(forge.Calls.Any(call => call.Method == "POST")));
        await site.UntilAsync(async () => (await site.Desk.PageAsync("/desk/rewrites/1")).QuerySelector("a[href='https://git.example.com/acme/kb/issues/7']") is not null);
        await site.StepAsync("/desk/rewrites/1", "right", ("because", "It has to be so."));
        await site.UntilAsync(() => Task.FromResult(forge.Calls.Any(call => call.Path.EndsWith("/7/comments") && call.Text.Contains("It has to be so."))));
        Assert.DoesNotContain("t0p-secret", await site.Desk.GetStringAsync("/desk/rewrites/1"));
    }

    [Fact]
    public async Task Nobodys_own_words_reach_the_forge_and_what_three_people_say_alike_does()
    {
        await using var forge = await new FakeSystem(_ => "{\"number\":7}").StartAsync();
        await using var site = await RewriteSite.StartAsync(Forge(forge));
        for (var person = 0; person < 3; person++)
        {
            var (reader, receipt) = await site.SayAsync("not-fixed");
            await reader.PostAsync(receipt, ("reason", "wrong"), ("step", person < 2 ? "2" : "3"), ("text", $"My secret {person}"));
        }
        await site.OpenAsync();
        await site.UntilAsync(() => Task.FromResult(forge.Calls.Any(call => call.Method == "POST")));
        var text = (string?)forge.Calls.First(call => call.Method == "POST").Json!["body"] ?? "";
        Assert.Contains("- 3 people say:", text);
        Assert.DoesNotContain("My secret", text);
        Assert.DoesNotContain("stuck at step", text);
    }

    [Fact]
    public async Task A_flag_opens_a_case_and_its_issue_by_itself()
    {
        await using var forge = await new FakeSystem(_ => "{\"number\":7}").StartAsync();
        await using var site = await RewriteSite.StartAsync(Forge(forge));
        await site.Site.ContactAsync("reader", site.Site.Article(RewriteSite.Vpn));
        await site.JudgeAsync(HealthState.Flagged);
        await site.UntilAsync(() => Task.FromResult(forge.Calls.Any(call => call.Method == "POST")));
        Assert.Contains("and 22 still had to contact us; for comparable pages we would expect about 8.", forge.Calls.First(call => call.Method == "POST").Text);
        // Readers' cases and rewrites share their numbers.
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM rewrite_case WHERE number = 2 AND opened_by IS NULL"));
        site.Site.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await site.CountAsync("SELECT COUNT(*) FROM rewrite_case"));
    }

    [Theory]
    [InlineData("Forge:Kind must be one of github, gitlab, gitea, azure", "Kind=svn")]
    [InlineData("Forge:Url must be set for gitlab", "Kind=gitlab", "Project=a/b", "Token=x")]
    [InlineData("Forge:Url must be an https address; http is for this machine only", "Kind=gitea", "Url=http://example.com", "Project=a/b", "Token=x")]
    [InlineData("Forge:Project must be owner/name for github", "Kind=github", "Project=kb", "Token=x")]
    [InlineData("Forge:Project must be the project's name for azure", "Kind=azure", "Url=https://dev.azure.com/acme", "Project=a/b", "Token=x")]
    [InlineData("Forge:Token must be set for github, without spaces", "Kind=github", "Project=a/b")]
    [InlineData("Forge:Timeout must be more than nothing and at most 30 seconds", "Kind=github", "Project=a/b", "Token=x", "Timeout=00:01:00")]
    public void Wrong_settings_stop_the_start_with_a_line_that_names_the_key(string line, params string[] settings)
    {
        var site = Server.SiteHost.Create([.. settings.Select(setting => $"--Forge:{setting}")]);
        var wrong = Assert.Throws<OptionsValidationException>(() => site.Services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal([line], wrong.Failures);
    }
}
