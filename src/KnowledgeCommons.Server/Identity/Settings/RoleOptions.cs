namespace KnowledgeCommons.Server.Identity;

/// <summary>The groups whose members have a role. Nobody has one unless a group is named here.</summary>
internal sealed class RoleOptions
{
    public string[] Technician { get; set; } = [];
    public string[] Owner { get; set; } = [];
    public string[] Administrator { get; set; } = [];

    /// <summary>By a topic's folder or an article's address: the groups that own it, and all that lies below it.</summary>
    public Dictionary<string, string[]> OwnerOf { get; set; } = [];

    /// <summary>All but that of an owner of some: see <see cref="OwnedBy"/>.</summary>
    public Role Of(IReadOnlyCollection<string> groups) =>
        One(Technician, groups, Role.Technician) | One(Owner, groups, Role.Owner) | One(Administrator, groups, Role.Administrator);

    /// <summary>Folders and addresses, without slashes around them.</summary>
    public IReadOnlyList<string> OwnedBy(IReadOnlyCollection<string> groups) => [.. OwnerOf.Where(own => IsIn(own.Value, groups)).Select(own => own.Key.Trim(' ', '/'))];

    private static Role One(string[] named, IReadOnlyCollection<string> groups, Role role) => IsIn(named, groups) ? role : Role.Reader;

    // Names of groups are written in capitals or not by different directories; two that differ in nothing else are not told apart.
    private static bool IsIn(string[] named, IReadOnlyCollection<string> groups) => named.Any(name => groups.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));
}
