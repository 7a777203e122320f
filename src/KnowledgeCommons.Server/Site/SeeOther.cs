namespace KnowledgeCommons.Server.Site;

/// <summary>303: what was sent is kept, and the browser asks for the page that tells so. A reload does not send again.</summary>
internal sealed class SeeOther(string url) : IResult
{
    public string Url => url;

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = url;
        return Task.CompletedTask;
    }
}
