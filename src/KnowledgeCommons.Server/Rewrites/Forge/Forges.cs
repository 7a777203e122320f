namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The kinds of forge that settings can name; the one place to add a kind.</summary>
internal static class Forges
{
    private static readonly IReadOnlyList<ForgeKind> All =
    [
        new("github", NeedsUrl: false, "owner/name", IsOwnerAndName, (options, time) => new GitHubForge(options, time)),
        new("gitlab", NeedsUrl: true, "the project's path or number", IsPath, (options, time) => new GitLabForge(options, time)),
        new("gitea", NeedsUrl: true, "owner/name", IsOwnerAndName, (options, time) => new GiteaForge(options, time)),
        new("azure", NeedsUrl: true, "the project's name", project => IsPath(project) && !project.Contains('/'), (options, time) => new AzureForge(options, time))
    ];

    public static IEnumerable<string> Names => All.Select(kind => kind.Name);

    public static ForgeKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    private static bool IsOwnerAndName(string project) => IsPath(project) && project.Split('/').Length == 2;

    private static bool IsPath(string project) => !project.Any(char.IsControl) && project.Split('/').All(part => part.Trim().Length > 0 && part is not ("." or ".."));
}

/// <summary><paramref name="ProjectIs"/> says what Forge:Project has to be there.</summary>
internal sealed record ForgeKind(
    string Name, bool NeedsUrl, string ProjectIs, Func<string, bool> IsProject, Func<ForgeOptions, TimeProvider, Forge> Make);
