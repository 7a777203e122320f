using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Who asks, as far as the site's way of signing in tells it: their roles and what they may see. <paramref name="Account"/> is what they signed in with: their login
/// here, or what the proxy or provider calls them; null for somebody who did not. It never stands beside what they read or search.
/// </summary>
internal sealed record Visitor(string? Account, string? Name, Role Roles, Clearance Clearance)
{
    public static Visitor Anonymous { get; } = new(null, null, Role.Reader, Clearance.Public);

    /// <summary>Somebody at the very machine that the site runs on, where nobody signs in.</summary>
    public static Visitor AtThisMachine { get; } = new(null, null, Role.Administrator | Role.Technician | Role.Owner, Clearance.Whole);

    /// <summary>The folders and addresses of what somebody owns who does not own everything.</summary>
    public IReadOnlyList<string> Owned { get; init; } = [];

    public bool Is(Role role) => (Roles & (role | Role.Administrator)) != 0;

    /// <summary>Whether they say what is done about the article with this address.</summary>
    public bool Owns(string article) => Is(Role.Owner) || Owned.Any(own => IsBelow(article, own));

    /// <summary>Whether the desk shows them its evidence.</summary>
    public bool LooksAfter(string article) => Is(Role.Technician) || Owns(article);

    /// <summary>Of somebody's groups: each role counts as the group of its name, and an administrator sees everything.</summary>
    public static Visitor Of(string account, string? name, RoleOptions settings, IReadOnlyCollection<string> groups)
    {
        var owned = settings.OwnedBy(groups);
        var roles = settings.Of(groups) | (owned.Count > 0 ? Role.OwnerOfSome : Role.Reader);
        return new(account, name, roles, roles.HasFlag(Role.Administrator) ? Clearance.Whole : Clearance.Of(groups.Concat(GroupsOf(roles)))) { Owned = owned };
    }

    private static bool IsBelow(string article, string own) => article.StartsWith(own, StringComparison.OrdinalIgnoreCase) && (article.Length == own.Length || article[own.Length] == '/');

    private static IEnumerable<string> GroupsOf(Role roles)
    {
        if (roles.HasFlag(Role.Technician)) yield return "technicians";
        if ((roles & Role.AnyOwner) != 0) yield return "owners";
    }
}
