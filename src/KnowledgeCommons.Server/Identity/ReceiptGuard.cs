namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Stops those who guess receipts. Whoever did so too often gets the same answer for every receipt, without a look at it; before that, an unknown
/// one is answered as if there were no such page.
/// </summary>
internal sealed class ReceiptGuard(RequestDelegate next, ReceiptGuesses guesses)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isReceipt = context.Request.Path.StartsWithSegments("/receipts");
        if (isReceipt && guesses.AreTooMany(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        await next(context);
        if (isReceipt && context.Response.StatusCode == StatusCodes.Status404NotFound) guesses.Count(context);
    }
}
