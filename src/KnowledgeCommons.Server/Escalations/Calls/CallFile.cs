using System.Text;
using Microsoft.Net.Http.Headers;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Answers with a calendar entry, to be opened by a calendar.</summary>
internal sealed class CallFile(string text) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = CallEntry.FileName }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = CallEntry.ContentType;
        return context.Response.WriteAsync(text, Encoding.UTF8, context.RequestAborted);
    }
}
