using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Reading;

internal static class TopicEndpoints
{
    public static RazorComponentResult<TopicsPage> AllTopics(PublishedLibrary published) => Page.Of<TopicsPage>(new { Library = published.Seen });

    /// <summary>A topic with the topics below it and its articles, <see cref="TopicPage.PageSize"/> at a time; pages count from 1.</summary>
    public static Results<RazorComponentResult<TopicPage>, RedirectHttpResult, NotFound> OneTopic(
        string? topic, PublishedLibrary published, string? page = null)
    {
        if (string.IsNullOrEmpty(topic)) return TypedResults.Redirect("/topics", permanent: true);
        var library = published.Seen;
        if (library.FindTopic(topic) is not { } found)
            return InOtherSpelling(library, topic) is { } other ? TypedResults.Redirect(other.Url, permanent: true) : TypedResults.NotFound();
        var number = page is null ? 1 : int.TryParse(page, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var pages = TopicPage.PagesOf(library, found);
        return number < 1 || number > pages ? TypedResults.NotFound() : Page.Of<TopicPage>(new { Library = library, Topic = found, Number = number });
    }

    // Topic keys are the folders of slugs, so a slug's rules for spelling are theirs too.
    private static Topic? InOtherSpelling(Library library, string asked) =>
        Slug.TryParse(asked, null, out var key) ? library.FindTopic(key.Value) : null;
}
