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

    public bool MayEnterDesk => Roles != Role.Reader;

    public bool Is(Role role) => (Roles & (role | Role.Administrator)) != 0;

    /// <summary>Of roles and groups: each role counts as the group of its name, and an administrator sees everything.</summary>
    public static Visitor Of(string account, string? name, Role roles, IEnumerable<string> groups) =>
        new(account, name, roles, roles.HasFlag(Role.Administrator) ? Clearance.Whole : Clearance.Of(groups.Concat(GroupsOf(roles))));

    private static IEnumerable<string> GroupsOf(Role roles)
    {
        if (roles.HasFlag(Role.Technician)) yield return "technicians";
        if (roles.HasFlag(Role.Owner)) yield return "owners";
    }
}
