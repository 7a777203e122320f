namespace KnowledgeCommons.Server.Identity;

/// <summary>Marks the pages of the desk with the roles that they are for: whoever has one of them. Administrators may everywhere.</summary>
internal sealed record AdmittedRoles(Role Roles)
{
    public bool Admit(Visitor visitor) => visitor.Is(Roles);
}

internal static class AdmittedRolesSetup
{
    /// <summary>A group of pages that only these roles get; to others it looks as if it were not there.</summary>
    public static RouteGroupBuilder MapGroupFor(this IEndpointRouteBuilder routes, string prefix, Role roles) => routes.MapGroup(prefix).WithMetadata(new AdmittedRoles(roles));
}
