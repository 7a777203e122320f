using System.Net;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class LockedDatabaseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_could_not_be_saved_is_said_so_and_can_be_sent_again(bool withFile)
    {
        await using var site = await HelpSite.StartAsync();
        HttpResponseMessage answer;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "knowledge-commons.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locking = other.CreateCommand();
            locking.CommandText = "BEGIN EXCLUSIVE";
            await locking.ExecuteNonQueryAsync();
            (string, string)[] fields = [("problem", "My long story"), ("article", HelpSite.Vpn), ("impact", "stopped")];
            answer = withFile ? await site.Client.SendAsync("/help", [("screen.png", Sent.Png())], fields) : await site.Client.PostAsync("/help", fields);
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("This was not saved yet", page.Text("h1"));
        Assert.Equal("My long story", page.Text("main .quote"));
        Assert.Equal(withFile, page.Text("main").Contains("Files could not be kept with it.", StringComparison.Ordinal));

        await site.Client.AskAsync([.. page.Fields("/help")]);
        var stored = Assert.Single(await site.Services.GetRequiredService<CaseQueue>().AllAsync(CancellationToken.None));
        Assert.Equal(("My long story", "network/vpn", "stopped"), (stored.Problem, stored.Article, stored.Impact));
    }
}
