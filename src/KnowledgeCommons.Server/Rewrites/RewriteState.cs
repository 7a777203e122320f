namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Where a rewrite case stands, as stored and as the keys of its words.</summary>
public static class RewriteState
{
    public const string Open = "open";
    public const string Assigned = "assigned";

    /// <summary>A rewrite was published and did not help.</summary>
    public const string Reopened = "reopened";

    /// <summary>A rewrite was published, and readers have yet to show what it is worth.</summary>
    public const string Verifying = "verifying";
    public const string Proven = "proven";

    /// <summary>The owner gave a reason why the page is right.</summary>
    public const string Declined = "declined";

    /// <summary>No text can help: the product or service has to be mended, by who answers for that.</summary>
    public const string ProductFix = "product-fix";

    /// <summary>Too few readers came in sixteen weeks to tell.</summary>
    public const string Unverified = "unverified";

    /// <summary>The evidence that flagged the article faded before anybody wrote.</summary>
    public const string Faded = "faded";

    /// <summary>The product was mended.</summary>
    public const string Closed = "closed";

    /// <summary>Those in which somebody has to write.</summary>
    public static IReadOnlyList<string> Waiting { get; } = [Open, Assigned, Reopened];

    /// <summary>Those in which an article can have only one case.</summary>
    public static IReadOnlyList<string> Unsettled { get; } = [.. Waiting, Verifying, ProductFix];
}
