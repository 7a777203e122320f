namespace KnowledgeCommons.Server.Identity;

/// <summary>Finds out who asks, once for each request.</summary>
internal static class Visitors
{
    private static readonly object Known = new();

    /// <summary>Who asks; somebody anonymous when nothing says otherwise.</summary>
    public static Visitor Visitor(this HttpContext context)
    {
        if (context.Items[Known] is Visitor known) return known;
        var visitor = DeskGuard.IsAtThisMachine(context) ? Identity.Visitor.AtThisMachine : Identity.Visitor.Anonymous;
        context.Items[Known] = visitor;
        return visitor;
    }
}
