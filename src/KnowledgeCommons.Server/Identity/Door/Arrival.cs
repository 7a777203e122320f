namespace KnowledgeCommons.Server.Identity;

/// <summary>Who a request says that it comes from.</summary>
internal abstract record Arrival
{
    public static Arrival Anonymous { get; } = new Known(Visitor.Anonymous);

    internal sealed record Known(Visitor Visitor) : Arrival;

    /// <summary>It claims something that is not believed. <paramref name="Why"/> is a key below signin.refused in the theme's texts.</summary>
    internal sealed record Refused(int Status, string Why) : Arrival;
}
