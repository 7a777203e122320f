using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using Microsoft.AspNetCore.Http;

namespace KnowledgeCommons.Tests.Hosting;

/// <summary>Who is given the page that was made for somebody else.</summary>
public sealed class SharedKeyTests
{
    private static string KeyOf(PageCache cache, params string[] groups)
    {
        var context = new DefaultHttpContext();
        context.Arrive(Visitor.Of("somebody", "Somebody", new RoleOptions(), groups));
        return cache.KeyOf(context.Request, "br");
    }

    [Fact]
    public void Those_who_see_the_same_of_the_library_share_a_page_whatever_else_they_belong_to()
    {
        using var cache = new PageCache();
        cache.Renew(clearance => clearance.Sees(Audience.Of(["finance"])) ? "finance" : "");
        Assert.Equal(KeyOf(cache, "london", "staff"), KeyOf(cache, "paris"));
        Assert.Equal(KeyOf(cache, "finance"), KeyOf(cache, "finance", "london"));
        Assert.NotEqual(KeyOf(cache, "london"), KeyOf(cache, "finance"));
    }

    [Fact]
    public void While_the_library_changes_only_those_of_the_same_groups_do()
    {
        using var cache = new PageCache();
        cache.Renew(_ => "all the same");
        var before = KeyOf(cache, "london");
        cache.Renew(PageCache.OfSameGroups);
        // A known issue changes at the same moment.
        cache.Renew();
        Assert.NotEqual(KeyOf(cache, "london"), KeyOf(cache, "paris"));
        Assert.NotEqual(before, KeyOf(cache, "london"));
    }
}
