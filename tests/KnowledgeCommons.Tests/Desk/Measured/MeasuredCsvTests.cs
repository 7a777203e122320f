using System.Text;
using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Desk.Measured;

public sealed class MeasuredCsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public async Task What_a_spreadsheet_would_calculate_is_text_in_it(string title)
    {
        await using var site = await HelpSite.StartAsync(made => made.Write("network/_topic.yml", $"title: '{title}'\n"));
        for (var n = 0; n < 3; n++)
        {
            using var reader = site.NewReader();
            await reader.PostAsync($"/articles/{HelpSite.Vpn}/outcome", ("answer", "fixed"));
        }
        var bytes = await site.Client.GetByteArrayAsync("/desk/measured.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("month,topic,fixed by an article,attempts", rows[0], StringComparison.Ordinal);
        var cell = rows[1][rows[1].IndexOf(',', StringComparison.Ordinal)..].TrimStart(',').TrimStart('"');
        Assert.StartsWith("'" + title[0], cell, StringComparison.Ordinal);
        Assert.Contains(",3,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_told_with_its_interval_and_nothing_is_told_of_fewer_than_three_people()
    {
        Assert.Equal("4.0 (2.0 – 7.7)", new ContactShare { Attempts = 200, Contacts = 8, People = 8 }.ContactsRate?.InWords);
        Assert.Null(new ContactShare { Attempts = 200, Contacts = 2, People = 2 }.ContactsRate);
        Assert.Null(new ContactShare { Attempts = 0, Contacts = 3, People = 3 }.ContactsRate);
    }

    [Fact]
    public async Task A_site_where_nothing_happened_yet_exports_its_headings_alone()
    {
        await using var site = await HelpSite.StartAsync();
        var rows = (await site.Client.GetStringAsync("/desk/measured.csv?month=nonsense")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(rows);
    }
}
