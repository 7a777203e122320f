using Markdig.Syntax;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// How a quote is shown when a marker at its head says so: as an alert, or without a frame. Kept on the quote itself, because putting
/// another block in its place takes time that grows with the number of blocks beside it.
/// </summary>
internal sealed record QuoteLooks(string? AlertClass, string? AlertTitle)
{
    public static QuoteLooks Plain { get; } = new(null, null);

    public static QuoteLooks? Of(QuoteBlock quote) => quote.GetData(typeof(QuoteLooks)) as QuoteLooks;

    public void GiveTo(QuoteBlock quote) => quote.SetData(typeof(QuoteLooks), this);
}
