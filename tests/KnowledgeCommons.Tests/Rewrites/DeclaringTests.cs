using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>How commits and front matter name the case that they answer, and what becomes of it when they err. Real git.</summary>
public sealed class DeclaringTests
{
    [Theory]
    [InlineData("Better\n\nrewrites: kc-1")]
    [InlineData("Better\n\nText.\n\nSigned-off-by: Ada <ada@example.org>\nREWRITES:KC-1")]
    [InlineData("Better\n\nRewrites: KC-7, KC-1")]
    [InlineData("Better\n\nRewrites: KC-7\nRewrites: KC-1")]
    public async Task A_trailer_is_read_as_git_reads_trailers(string message)
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        Rewrite(site);
        await site.PushAsync(message);
        Assert.Equal(RewriteState.Verifying, (await site.CaseAsync()).State);
    }

    [Theory]
    [InlineData("Better Rewrites: KC-1")]
    [InlineData("Better\n\nRewrites: KC-1\n\nBut that stood in the middle of the text.")]
    public async Task What_git_takes_for_no_trailer_is_none(string message)
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        Rewrite(site);
        await site.PushAsync(message);
        Assert.Equal(RewriteState.Open, (await site.CaseAsync()).State);
        Assert.Empty(await site.FindingsAsync());
    }

    [Fact]
    public async Task A_version_that_no_commit_declared_can_be_declared_at_the_desk()
    {
        await using var site = await RewriteSite.StartAsync();
        var page = await site.OpenAsync();
        Rewrite(site);
        await site.PushAsync("Better");
        var revision = (await site.Desk.PageAsync(page)).QuerySelector("#answer input[name=revision]")?.GetAttribute("value") ?? "";
        await site.StepAsync(page, "answer", ("revision", revision), ("words", "The button has its name."));
        var about = await site.CaseAsync();
        Assert.Equal((RewriteState.Verifying, revision, "Ana Ruiz"), (about.State, about.Answer, about.ChangedBy));
    }

    [Fact]
    public async Task The_front_matter_names_the_case_as_well_and_goes_on_doing_so_without_harm()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        site.Repository.Write($"{RewriteSite.Vpn}.md", "---\nrewrites: KC-1\n---\n# The VPN says 809\n\nPress Connect.\n");
        await site.PushAsync("Name the button");
        var about = await site.CaseAsync();
        Assert.Equal((RewriteState.Verifying, "Name the button", "Ada Lovelace"), (about.State, about.ChangeWords, about.ChangedBy));
        site.Repository.Write($"{RewriteSite.Vpn}.md", "---\nrewrites: KC-1\n---\n# The VPN says 809\n\nPress Connect!\n");
        await site.PushAsync("A typo");
        Assert.Equal(about.Answer, (await site.CaseAsync()).Answer);
        Assert.Empty(await site.FindingsAsync());
    }

    [Fact]
    public async Task A_folder_without_git_knows_the_front_matter()
    {
        await using var site = await HelpSite.StartAsync();
        var page = "/desk/articles/" + HelpSite.Vpn;
        var revision = (await site.Client.PageAsync(page)).QuerySelector("#flag input[name=revision]")?.GetAttribute("value") ?? "";
        await site.Client.PostAsync(page, ("me", "ben"), ("revision", revision), ("action", "flagged"), ("because", "Wrong."));
        site.Write($"{HelpSite.Vpn}.md", "---\nrewrites: KC-1\n---\n# The VPN says 809\n\nPress Connect.\n");
        await Eventually.TrueAsync(async () => (await site.Client.PageAsync("/desk/rewrites/1")).Text(".badge") == "Waits for proof", site.Time, TimeSpan.FromSeconds(5));
        Assert.Contains("The page was written anew.", (await site.Client.PageAsync("/desk/rewrites/1")).Text("#telling textarea"));
    }

    [Fact]
    public async Task A_merge_commit_with_the_trailer_answers_with_all_that_it_brought()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        site.Repository.Git("checkout", "--quiet", "-b", "fix");
        Rewrite(site);
        site.Repository.Commit(message: "Fix the words");
        site.Repository.Git("checkout", "--quiet", "main");
        site.Repository.Git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'fix'\n\nRewrites: KC-1", "fix");
        await site.KnockAsync();
        var about = await site.CaseAsync();
        Assert.Equal((RewriteState.Verifying, "The page was written anew."), (about.State, about.ChangeWords));
    }

    [Theory]
    [InlineData("Rewrites: KC-99", "says that it answers KC-99, and there is no such rewrite.")]
    [InlineData("Rewrites: twelve", "says that it answers “twelve”, which is no number of a rewrite.")]
    public async Task A_number_that_cannot_be_meant_is_a_finding_at_the_desk(string trailer, string message)
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        Rewrite(site);
        await site.PushAsync($"Better\n\n{trailer}");
        Assert.EndsWith(message, Assert.Single(await site.FindingsAsync()));
        Assert.Contains("Ada Lovelace", (await site.Desk.PageAsync("/desk/rewrites")).Text("#findings + ul"));
        Assert.Contains("Press Connect.", await site.Desk.GetStringAsync($"/articles/{RewriteSite.Vpn}"));
    }

    [Fact]
    public async Task The_case_of_another_article_is_not_answered()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        site.Repository.Write($"{RewriteSite.Printing}.md", "# Nothing prints\n\nTurn it on.\n");
        await site.PushAsync("Printing\n\nRewrites: KC-1");
        Assert.EndsWith("but that is about “The VPN says 809”, which it does not change.", Assert.Single(await site.FindingsAsync()));
        Assert.Equal(RewriteState.Open, (await site.CaseAsync()).State);
    }

    [Fact]
    public async Task The_same_text_is_no_answer()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        site.Repository.Write($"{RewriteSite.Vpn}.md", "---\nowner: ben\n---\n# The VPN says 809\n\nPress the green button.\n");
        await site.PushAsync("Another owner\n\nRewrites: KC-1");
        Assert.EndsWith("but “The VPN says 809” reads as before.", Assert.Single(await site.FindingsAsync()));
    }

    [Fact]
    public async Task A_settled_case_stays_settled()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        await site.StepAsync("/desk/rewrites/1", "right", ("because", "So."));
        Rewrite(site);
        await site.PushAsync("Better\n\nRewrites: KC-1");
        Assert.EndsWith("says that it answers KC-1, which is settled already.", Assert.Single(await site.FindingsAsync()));
        Assert.Equal(RewriteState.Declined, (await site.CaseAsync()).State);
    }

    [Fact]
    public async Task History_that_was_pushed_over_is_read_and_looking_twice_changes_nothing()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        Rewrite(site);
        await site.PushAsync("Better\n\nRewrites: KC-1");
        site.Repository.Git("commit", "--quiet", "--amend", "-m", "Better, and said so\n\nRewrites: KC-1");
        await site.KnockAsync();
        Assert.Equal(["opened", "published"], await site.KindsAsync());
        Assert.Empty(await site.FindingsAsync());
    }

    [Fact]
    public async Task Of_more_than_ten_thousand_commits_the_newest_are_read_and_the_desk_is_told()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        site.Repository.GitWith(Flood(site.Repository.Head, 10_050), "fast-import", "--quiet", "--force");
        site.Repository.Git("reset", "--hard", "--quiet", "main");
        Rewrite(site);
        await site.PushAsync("Better\n\nRewrites: KC-1");
        Assert.Equal(RewriteState.Verifying, (await site.CaseAsync()).State);
        Assert.StartsWith("More than 10000 commits came at once.", Assert.Single(await site.FindingsAsync()));
    }

    [Fact]
    public async Task A_clone_that_was_lost_meanwhile_costs_a_finding_and_nothing_else()
    {
        await using var site = await RewriteSite.StartAsync();
        await site.OpenAsync();
        var old = site.Repository.Head;
        site.Repository.Git("checkout", "--quiet", "--orphan", "fresh");
        Rewrite(site);
        site.Repository.Commit(message: "All anew\n\nRewrites: KC-1");
        site.Repository.Git("branch", "-M", "fresh", "main");
        await site.Site.KillAsync();
        Directory.Delete(Path.Combine(site.Site.Data, "clone.git"), recursive: true);
        site.Repository.Git("reflog", "expire", "--expire=now", "--all");
        site.Repository.Git("gc", "--quiet", "--prune=now");
        await site.Site.StartAgainAsync();
        var head = site.Repository.Head;
        await site.UntilAsync(async () => await site.CountAsync("SELECT COUNT(*) FROM rewrite_source WHERE version = @head", new { head }) == 1);
        Assert.NotEqual(old, head);
        Assert.StartsWith("The commits since the last publication could not be read:", Assert.Single(await site.FindingsAsync()));
    }

    private static void Rewrite(RewriteSite site) => site.Repository.Write($"{RewriteSite.Vpn}.md", "# The VPN says 809\n\nPress Connect.\n");

    private static byte[] Flood(string from, int commits)
    {
        var stream = new System.Text.StringBuilder();
        for (var number = 0; number < commits; number++)
        {
            stream.Append("commit refs/heads/main\ncommitter N <n@example.org> 1704103200 +0000\ndata 2\nx\n");
            if (number == 0) stream.Append($"from {from}\n");
        }
        return System.Text.Encoding.UTF8.GetBytes(stream.Append("done\n").ToString());
    }
}
