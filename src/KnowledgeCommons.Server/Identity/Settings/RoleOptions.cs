namespace KnowledgeCommons.Server.Identity;

/// <summary>The groups whose members have a role. Nobody has one unless a group is named here.</summary>
internal sealed class RoleOptions
{
    public string[] Technician { get; set; } = [];
    public string[] Owner { get; set; } = [];
    public string[] Administrator { get; set; } = [];

    public Role Of(IReadOnlyCollection<string> groups) =>
        One(Technician, groups, Role.Technician) | One(Owner, groups, Role.Owner) | One(Administrator, groups, Role.Administrator);

    // Names of groups are written in capitals or not by different directories; two that differ in nothing else are not told apart.
    private static Role One(string[] named, IReadOnlyCollection<string> groups, Role role) =>
        named.Any(name => groups.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)) ? role : Role.Reader;
}
