using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class MaskingTests
{
    private readonly Masking _masking = new(Options.Create(new MaskingOptions { StaffNumbers = ["E[0-9]{6}"] }));

    [Theory]
    [InlineData("mailbox of jane.doe@example.com full", "mailbox of [mail] full")]
    [InlineData("jörg@müller.example cannot sign in", "[mail] cannot sign in")]
    [InlineData("call +44 20 7946 0987 fails", "call [phone] fails")]
    [InlineData("030 / 1234567-89 besetzt", "[phone] besetzt")]
    [InlineData("forward 555-123-4567 to me", "forward [phone] to me")]
    [InlineData("+1 (555) 123-4567", "[phone]")]
    [InlineData("491512345678901", "[number]")]
    [InlineData("staff number 4711 locked", "staff number [number] locked")]
    [InlineData("Personalnummer: 0815123", "Personalnummer: [number]")]
    [InlineData("account e123456 locked", "account [number] locked")]
    public void What_could_tell_of_whom_words_are_is_taken_out(string typed, string kept) => Assert.Equal(kept, _masking.Of(typed));

    [Theory]
    [InlineData("error 0x80070005")]
    [InlineData("-2147467259")]
    [InlineData("KB5034441 fails with 0x80070643")]
    [InlineData("10.0.19045.3803")]
    [InlineData("ping 192.168.178.200")]
    [InlineData("since 01/02/2026")]
    [InlineData("VPN 809")]
    [InlineData("room 04-112")]
    [InlineData("mac 00:1A:2B:3C:4D:5E")]
    [InlineData("@ sign does not work")]
    [InlineData("E12345")]
    public void What_people_look_for_help_with_stays(string typed) => Assert.Equal(typed, _masking.Of(typed));

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)b")]
    public async Task A_pattern_that_is_none_stops_the_start(string pattern)
    {
        await using var site = new TestSite();
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => site.StartAsync($"--Privacy:StaffNumbers:0={pattern}"));
        Assert.Contains("Privacy:StaffNumbers must list regular expressions", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_kept_without_the_address_that_was_typed()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString("shared mailbox jane.doe@example.com"));
        await site.Services.GetRequiredService<SearchLog>().WriteWaitingAsync();
        Assert.Equal([("shared mailbox [mail]", "shared mailbox mail")], await site.QueryAsync<(string, string)>("SELECT query, words FROM search"));
        Assert.Empty(site.Holding("jane.doe"));
    }
}
