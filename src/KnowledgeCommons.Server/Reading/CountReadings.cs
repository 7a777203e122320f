using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Reading;

/// <summary>Notes who read which revision, before the page cache answers; it is a place in a queue and costs the reader nothing.</summary>
internal sealed class CountReadings(RequestDelegate next, PublishedLibrary published, ReadingCounter counter)
{
    /// <summary>Marks the endpoint whose visits are readings.</summary>
    public static object Here { get; } = new Mark();

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null) Note(context);
        return next(context);
    }

    private void Note(HttpContext context)
    {
        if (context.Request.RouteValues["slug"] is string address && published.Seen.FindByAddress(address) is { } article)
            counter.Note(ReaderCookie.Of(context).Key, article.Slug, article.Revision);
    }

    private sealed class Mark;
}
