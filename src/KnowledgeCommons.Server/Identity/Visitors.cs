namespace KnowledgeCommons.Server.Identity;

/// <summary>Who asks: found out once for each request, by the <see cref="Doorkeeper"/>.</summary>
internal static class Visitors
{
    private static readonly object Known = new();

    /// <summary>Who asks; somebody anonymous when nothing says otherwise.</summary>
    public static Visitor Visitor(this HttpContext context) => context.Items[Known] as Visitor ?? Identity.Visitor.Anonymous;

    public static void Arrive(this HttpContext context, Visitor visitor) => context.Items[Known] = visitor;
}
