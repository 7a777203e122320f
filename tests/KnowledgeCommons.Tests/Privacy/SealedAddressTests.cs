using System.Text;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class SealedAddressTests
{
    internal static readonly string[] Mail = ["--Mail:Host=127.0.0.1", "--Mail:Port=1", "--Mail:From=desk@example.com", "--Mail:StartTls=false"];

    [Fact]
    public async Task An_address_given_for_an_answer_stands_nowhere_in_the_files_and_is_shown_where_it_is_needed()
    {
        await using var site = await HelpSite.StartAsync(Mail);
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", "robin.hood@sherwood.example"));
        await site.Client.PostAsync(receipt + "/call-me", ("phone", "+44 20 7946 0987"));
        Assert.Empty(site.Holding("robin.hood", "sherwood", "7946 0987", "79460987"));
        Assert.All(await site.QueryAsync<string>("SELECT contact FROM help_case"), stored => Assert.StartsWith("sealed:", stored, StringComparison.Ordinal));
        Assert.Contains("44 20 7946 0987", await site.Client.GetStringAsync("/desk/cases/1"), StringComparison.Ordinal);
        Assert.Contains("… 87", (await site.Client.PageAsync(receipt)).Text("ol.timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_before_addresses_were_encrypted_is_encrypted_at_the_next_start()
    {
        await using var site = await HelpSite.StartAsync(Mail);
        await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", "robin.hood@sherwood.example"));
        await site.ExecuteAsync("UPDATE help_case SET contact = 'robin.hood@sherwood.example'");
        await site.ExecuteAsync("""UPDATE outbox SET idempotency_key = 'mail/robin.hood@sherwood.example', payload = '{"Case":"1","Event":"2","Audience":1,"Address":"robin.hood@sherwood.example"}' WHERE payload LIKE '%sealed:%'""");
        await site.ExecuteAsync("INSERT INTO known_issue_affected (issue, reader, at, contact) VALUES ('a', 'b', 1, 'robin.hood@sherwood.example')");
        await site.ExecuteAsync("INSERT INTO hear_back (token_hash, reader, article, at, contact) VALUES ('a', 'b', 'c', 1, 'robin.hood@sherwood.example')");
        await site.ExecuteAsync("UPDATE case_event SET kind = 'call-me', words = '+44 20 7946 0987'");
        await site.KillAsync();
        await site.StartAgainAsync();
        Assert.Empty(site.Holding("robin.hood", "7946"));
        Assert.Contains("robin.hood@sherwood.example", await site.Client.GetStringAsync("/desk/cases/1"), StringComparison.Ordinal);
        Assert.Equal(1, (await site.QueryAsync<long>("SELECT COUNT(contact_hash) FROM known_issue_affected"))[0]);
    }

    [Fact]
    public async Task With_other_keys_nobody_can_be_reached_and_nothing_breaks()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", "robin@sherwood.example"));
        await site.KillAsync();
        Directory.Delete(Path.Combine(site.Data, "keys"), recursive: true);
        await site.StartAgainAsync();
        Assert.DoesNotContain("robin", await site.Client.GetStringAsync("/desk/cases/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_is_not_in_the_files_after_tidying()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "The purple walrus has left the building"));
        Assert.NotEmpty(site.Holding("purple walrus"));
        await site.ExecuteAsync("UPDATE help_case SET problem = ''");
        await site.Services.GetRequiredService<Database>().TidyAsync(CancellationToken.None);
        Assert.Empty(site.Holding("purple walrus"));
    }
}
