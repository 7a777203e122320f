using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Audiences;

/// <summary>Somebody whom the sign-in proxy of a test names, with their groups; nobody at all when there is no name.</summary>
public sealed record Somebody(string? Name, params IReadOnlyList<string> Groups)
{
    public static Somebody Anonymous { get; } = new(Name: null);
    public static Somebody Reader { get; } = new("rea", "london");
    public static Somebody Finance { get; } = new("fin", "Finance");
    public static Somebody Technician { get; } = new("tec", "it-support");
    public static Somebody Owner { get; } = new("own", "kb-owners");
    public static Somebody TopicOwner { get; } = new("top", "open-writers");
    public static Somebody Administrator { get; } = new("adm", "kb-admins");

    public static IReadOnlyList<Somebody> All { get; } = [Anonymous, Reader, Finance, Technician, Owner, TopicOwner, Administrator];

    /// <summary>What they may see, said a second time and independently of how the site finds out.</summary>
    public Clearance Clearance => this == Administrator ? Clearance.Whole : Clearance.Of(
        this == Technician ? [.. Groups, "technicians"] : this == Owner || this == TopicOwner ? [.. Groups, "owners"] : Groups);

    public override string ToString() => Name ?? "anonymous";
}
