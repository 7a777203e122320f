using KnowledgeCommons.Server.Health.Model;
using static KnowledgeCommons.Server.Health.Model.RevisionChange;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class RevisionDiffTests
{
    private const string Page =
        """
        ---
        title: VPN on macOS
        owner: farid
        ---
        Your computer needs the company network before it can reach the files of your department. This page sets the connection up
        for you in a few minutes, also at home and while you travel, and it says what to do when the connection is lost again.

        1. Open the menu and choose **System Settings** > **Network**.
        2. Type `vpn.example.com` as the server.
        3. Sign in with your usual name and password.

        ![The window with the server](images/server.png)

        ```
        scutil --nc start Work
        ```

        If it fails, see [the list of known problems](/articles/known-problems) and ask somebody of the network team for help.
        """;

    [Theory]
    [InlineData("owner: farid", "owner: amara\nreviewed_on: 2026-01-01")]
    [InlineData("computer needs the company", "computer\nneeds   the *company*")]
    [InlineData("department", "departmnet")]
    [InlineData("also at home", "even at home")]
    [InlineData("usual name", "**usual** name")]
    [InlineData("Sign in with your usual", "Sign in with your ususal")]
    public void Other_words_for_the_same_are_minor(string old, string fresh) => Assert.Equal(Minor, Change(old, fresh));

    [Theory]
    [InlineData("3. Sign in with your usual name and password.", "3. Sign in with your token.")]
    [InlineData("3. Sign in with your usual name and password.\n", "")]
    [InlineData("3. Sign in", "3. Restart it.\n4. Sign in")]
    [InlineData("vpn.example.com", "vpn2.example.com")]
    [InlineData("start Work", "stop Work")]
    [InlineData("**Network**", "**VPN**")]
    [InlineData("images/server.png", "images/server-new.png")]
    [InlineData("/articles/known-problems", "/articles/vpn-problems")]
    public void What_people_do_is_substantive_however_small(string old, string fresh) => Assert.Equal(Substantive, Change(old, fresh));

    [Fact]
    public void A_fifth_of_the_words_is_substantive_without_any_step()
    {
        var (change, share) = RevisionDiff.Between(Page, Page + "\nAll this holds for computers of the company only. Your own ones reach the files by the portal, which needs no connection at all.");
        Assert.Equal(Substantive, change);
        Assert.InRange(share, 0.10, 0.30);
    }

    [Fact]
    public void More_than_half_of_the_words_is_a_rewrite() =>
        Assert.Equal(Rewrite, RevisionDiff.Between(Page, "---\ntitle: VPN\n---\nAsk Farid for the new client, install it, and restart. Nothing else is needed any more.").Change);

    [Fact]
    public void What_was_declared_is_a_rewrite_however_small() => Assert.Equal(Rewrite, RevisionDiff.Between(Page, Page, isDeclared: true).Change);

    [Fact]
    public void Short_words_and_numbers_are_never_a_slip()
    {
        Assert.True(RevisionDiff.Between("It is now on.", "It is not on.").Share > 0);
        Assert.True(RevisionDiff.Between("Wait 10000 seconds.", "Wait 10001 seconds.").Share > 0);
        Assert.Equal(0, RevisionDiff.Between("Recieve the message.", "Receive the message.").Share);
    }

    [Fact]
    public void Empty_and_hostile_texts_are_compared_without_harm()
    {
        Assert.Equal((Minor, 0), RevisionDiff.Between("", ""));
        Assert.Equal(Rewrite, RevisionDiff.Between("", Page).Change);
        Assert.InRange(RevisionDiff.Between("```\n" + new string('>', 200_000), new string('[', 200_000) + "](").Share, 0, 1);
    }

    private static RevisionChange Change(string old, string fresh)
    {
        Assert.Contains(old, Page, StringComparison.Ordinal);
        return RevisionDiff.Between(Page, Page.Replace(old, fresh, StringComparison.Ordinal)).Change;
    }
}
