using System.Globalization;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>
/// What somebody is told who sent too much. The page is kept ready for some seconds, so that a flood costs no work; a form is given back with what was typed in it, except
/// to those who send one after the other.
/// </summary>
internal sealed class TooManyPages(ClientAddress clients, TimeProvider time)
{
    private const int FormsGivenBack = 30;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private readonly NumberedTries _givenBack = new(time, FormsGivenBack, mostAtOnce: 2 * FormsGivenBack);
    private Made? _made;

    public async ValueTask TellAsync(HttpContext context, TimeSpan? wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling((wait ?? TimeSpan.FromSeconds(1)).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        PrivatePage.Keep(context.Response);
        if (context.Request.Path.StartsWithSegments("/api")) await TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        else if (HttpMethods.IsPost(context.Request.Method) && _givenBack.Take(clients.NetworkOf(context) ?? "")) await GiveBackAsync(context);
        else await SendAsync(context);
    }

    private static async Task GiveBackAsync(HttpContext context)
    {
        var typed = await SentForm.BindAsync(context);
        await Page.Of<TooManyPage>(new { Address = context.Request.Path + context.Request.QueryString, Typed = typed?.Fields }, StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }

    private async Task SendAsync(HttpContext context)
    {
        var made = Volatile.Read(ref _made);
        if (made is null || time.GetUtcNow() - made.At > Kept || time.GetUtcNow() < made.At) Volatile.Write(ref _made, made = await MakeAsync(context));
        context.Response.ContentType = made.ContentType;
        context.Response.ContentLength = made.Page.Length;
        await context.Response.Body.WriteAsync(made.Page, context.RequestAborted);
    }

    private async Task<Made> MakeAsync(HttpContext context)
    {
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await Page.Of<TooManyPage>(status: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        return new Made(page.ToArray(), context.Response.ContentType ?? "text/html; charset=utf-8", time.GetUtcNow());
    }

    private sealed record Made(byte[] Page, string ContentType, DateTimeOffset At);
}
