using System.Net;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Tests.Audiences;

public sealed class DeskRoleTests : IAsyncLifetime
{
    private readonly GuardedSite _site = new GuardedSite().Write(GuardedContent.Whole);

    public Task InitializeAsync() => _site.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/desk", "tec own top adm")]
    [InlineData("/desk/cases", "tec adm")]
    [InlineData("/desk/cases/articles?q=printer", "tec adm")]
    [InlineData("/desk/work", "tec adm")]
    [InlineData("/desk/known-issues", "tec adm")]
    [InlineData("/desk/known-issues/new", "tec adm")]
    [InlineData("/desk/articles", "tec own top adm")]
    [InlineData("/desk/articles/open/start", "tec own top adm")]
    [InlineData("/desk/articles/desk-notes", "tec adm")]
    [InlineData("/desk/articles/for-owners", "own adm")]
    [InlineData("/desk/articles/finance/pay", "adm")]
    [InlineData("/desk/searches", "tec own adm")]
    [InlineData("/desk/searches/order?q=printer", "tec own adm")]
    [InlineData("/desk/measured", "tec own adm")]
    [InlineData("/desk/measured.csv", "tec own adm")]
    [InlineData("/desk/rewrites", "own top adm")]
    [InlineData("/desk/content", "own adm")]
    public async Task Each_role_has_its_part_of_the_desk_and_the_rest_is_not_there(string page, string roles)
    {
        foreach (var who in Somebody.All)
            Assert.Equal((who, roles.Split(' ').Contains(who.Name) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (who, await _site.StatusAsync(who, page)));
    }

    [Theory]
    [InlineData("/desk/cases/outbox/1/replay", "x=1")]
    [InlineData("/desk/cases/me", "me=dev")]
    [InlineData("/desk/known-issues/new", "title=x")]
    [InlineData("/desk/articles/open/start", "action=page-is-right&because=It+is&me=dev")]
    [InlineData("/desk/articles/open/start", "action=flagged&because=It+is&me=dev")]
    [InlineData("/desk/rewrites/1/assign", "me=dev")]
    public async Task A_reader_may_not_write_there_either(string address, string form)
    {
        foreach (var who in (Somebody[])[Somebody.Anonymous, Somebody.Reader, Somebody.Finance])
            Assert.StartsWith("404\n", await _site.AskAsync(who, "POST", address, form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technician_may_say_that_an_article_needs_somebody_and_its_owners_what_is_done_about_it()
    {
        const string right = "action=page-is-right&because=It+is&me=dev";
        Assert.StartsWith("404\n", await _site.AskAsync(Somebody.Technician, "POST", "/desk/articles/open/start", right), StringComparison.Ordinal);
        Assert.StartsWith("400\n", await _site.AskAsync(Somebody.Technician, "POST", "/desk/articles/open/start", "action=flagged&me=dev"), StringComparison.Ordinal);
        Assert.StartsWith("400\n", await _site.AskAsync(Somebody.Owner, "POST", "/desk/articles/open/start", right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_of_a_topic_answers_for_its_articles_and_finds_no_others_at_the_desk()
    {
        const string right = "action=page-is-right&because=It+is&me=dev";
        const string raised = "action=flagged&because=It+is&me=dev";
        Assert.StartsWith("400\n", await _site.AskAsync(Somebody.TopicOwner, "POST", "/desk/articles/open/start", right), StringComparison.Ordinal);
        foreach (var (article, form) in (from article in (string[])["for-owners", "desk-notes", "finance/pay"] from form in (string[])[right, raised] select (article, form)))
            Assert.StartsWith("404\n", await _site.AskAsync(Somebody.TopicOwner, "POST", $"/desk/articles/{article}", form), StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/articles/open/start\"", await _site.AskAsync(Somebody.TopicOwner, "GET", "/desk/articles"), StringComparison.Ordinal);
        Assert.DoesNotContain("for-owners", await _site.AskAsync(Somebody.TopicOwner, "GET", "/desk/articles"), StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/articles/open/start", await _site.AskAsync(Somebody.TopicOwner, "GET", "/articles/open/start"), StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/articles/", await _site.AskAsync(Somebody.TopicOwner, "GET", "/articles/for-owners"), StringComparison.Ordinal);
        Assert.Contains("/desk/articles/for-owners", await _site.AskAsync(Somebody.Owner, "GET", "/articles/for-owners"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("finance", "finance/pay", true)]
    [InlineData("finance", "Finance", true)]
    [InlineData("/finance/", "finance/pay/slips", true)]
    [InlineData("finance/pay", "finance/pay", true)]
    [InlineData("finance/pay", "finance/payments", false)]
    [InlineData("finance", "finances/pay", false)]
    [InlineData("finance", "open/finance", false)]
    [InlineData("", "finance/pay", false)]
    [InlineData("/", "finance/pay", false)]
    public void What_is_owned_is_a_topic_with_all_below_it_or_one_article(string own, string article, bool isOwned)
    {
        var settings = new RoleOptions { OwnerOf = new() { [own] = ["Writers"] } };
        Assert.Equal(isOwned, Visitor.Of("ada", name: null, settings, ["writers"]).Owns(article));
        Assert.False(Visitor.Of("bob", name: null, settings, ["readers"]).Owns(article));
        Assert.Equal(Role.Reader, Visitor.Of("bob", name: null, settings, ["readers"]).Roles);
    }

    [Fact]
    public async Task The_desk_offers_what_it_answers()
    {
        var technician = await _site.AskAsync(Somebody.Technician, "GET", "/desk");
        Assert.Contains("href=\"/desk/cases\"", technician, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/desk/rewrites\"", technician, StringComparison.Ordinal);
        var owner = await _site.AskAsync(Somebody.Owner, "GET", "/desk");
        Assert.Contains("href=\"/desk/rewrites\"", owner, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/desk/cases", owner, StringComparison.Ordinal);
    }
}
