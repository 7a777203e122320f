using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Site;

/// <summary>
/// The edge where failures become answers: a page with a way on for people, problem details for programs. What could not be saved is shown again,
/// ready to be sent once more.
/// </summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null })
                await TellAsync(context, context.Response.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away; nobody is left to tell.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await TellAsync(context, bad.StatusCode);
        }
        catch (NotSavedException failure) when (!context.Response.HasStarted)
        {
            log.NotSaved(failure);
            BeginAnew(context);
            await (WantsJson(context) ? Problem(503) : await NotSavedAsync(context)).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            log.RequestFailed(failure);
            await TellAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task TellAsync(HttpContext context, int status)
    {
        BeginAnew(context);
        var words = status == StatusCodes.Status404NotFound ? AddressWords.Of(context.Request.Path) : "";
        return (WantsJson(context) ? Problem(status) : Page.Of<ErrorPage>(new { Status = status, Words = words }, status)).ExecuteAsync(context);
    }

    private static void BeginAnew(HttpContext context)
    {
        context.Response.Clear();
        SecurityHeaders.AddTo(context);
    }

    private static bool WantsJson(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hooks");

    private static IResult Problem(int status) => TypedResults.Problem(statusCode: status);

    private static async Task<IResult> NotSavedAsync(HttpContext context)
    {
        var typed = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return Page.Of<NotSavedPage>(new { Address = context.Request.Path + context.Request.QueryString, Typed = typed, HadFiles = TakesFiles.Holds(context) }, StatusCodes.Status503ServiceUnavailable);
    }
}
