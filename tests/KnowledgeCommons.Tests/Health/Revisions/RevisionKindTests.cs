using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Health;

public sealed class RevisionKindTests
{
    private const string Text =
        "---\ntitle: VPN\n---\n\n# VPN\n\nThe connection is lost when the laptop wakes up from sleep, and the client shows the message that it cannot find its server.\n\n"
        + "1. Open the client.\n2. Press `Disconnect`, then wait for ten seconds.\n\n```\nipconfig /flushdns\n```\n\nSee [the page of the network](network.md) for all that is known.\n";

    [Theory]
    [InlineData("cannot find its server", "can not find its server", RevisionChangeRow.Minor)]
    [InlineData("title: VPN", "title: VPN\nowner: ada", RevisionChangeRow.Minor)]
    [InlineData("\n\nThe connection", "\n\n\n  The connection", RevisionChangeRow.Minor)]
    [InlineData("/flushdns", "/renew", RevisionChangeRow.Substantive)]
    [InlineData("`Disconnect`", "`Quit`", RevisionChangeRow.Substantive)]
    [InlineData("1. Open the client.", "1. Open the other client.", RevisionChangeRow.Substantive)]
    [InlineData("(network.md)", "(wifi.md)", RevisionChangeRow.Substantive)]
    public void What_people_do_tells_an_edit_from_a_change_of_words(string before, string after, string kind) =>
        Assert.Equal(kind, RevisionKind.Of(Text, Text.Replace(before, after, StringComparison.Ordinal)).Kind);

    [Fact]
    public void More_than_half_of_the_words_make_a_rewrite() =>
        Assert.Equal(RevisionChangeRow.Rewrite, RevisionKind.Of(Text, "# VPN\n\nNobody needs this any more: the new laptops connect by themselves once somebody signs in.\n").Kind);
}
