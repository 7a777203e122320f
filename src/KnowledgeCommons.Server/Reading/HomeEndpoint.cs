using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Reading;

internal static class HomeEndpoint
{
    public static RazorComponentResult<HomePage> Home(PublishedLibrary published) => Page.Of<HomePage>(new { Library = published.Seen });
}
