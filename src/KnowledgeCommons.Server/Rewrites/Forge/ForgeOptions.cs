using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>The forge on which each rewrite case gets an issue; none when Forge:Kind is not set.</summary>
internal sealed class ForgeOptions : IValidatableObject
{
    private const string GitHubApi = "https://api.github.com";
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>github, gitlab, gitea (also for Forgejo) or azure.</summary>
    public string? Kind { get; set; }

    /// <summary>Where the forge is; of GitHub its API, which need not be set; of Azure DevOps with the organisation.</summary>
    public string? Url { get; set; }

    /// <summary>owner/name of the repository; of GitLab the project's path or number; of Azure DevOps the project's name.</summary>
    public string? Project { get; set; }

    public string? Token { get; set; }

    /// <summary>Azure DevOps only: the type of work item.</summary>
    public string WorkItemType { get; set; } = "Issue";

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsSetUp => !string.IsNullOrWhiteSpace(Kind);

    /// <summary>The address that calls go to.</summary>
    public string Home => (string.IsNullOrWhiteSpace(Url) ? GitHubApi : Url).TrimEnd('/');

    /// <summary>What the desk calls the other end.</summary>
    public string Place => new Uri(Home).Host;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!IsSetUp) yield break;
        if (Forges.Find(Kind) is not { } kind)
        {
            yield return new ValidationResult($"must be one of {string.Join(", ", Forges.Names)}", [nameof(Kind)]);
            yield break;
        }
        if (string.IsNullOrWhiteSpace(Url) && kind.NeedsUrl) yield return new ValidationResult($"must be set for {Kind}", [nameof(Url)]);
        if (!string.IsNullOrWhiteSpace(Url) && !IsAllowed(Url)) yield return new ValidationResult("must be an https address; http is for this machine only", [nameof(Url)]);
        if (!kind.IsProject(Project ?? "")) yield return new ValidationResult($"must be {kind.ProjectIs} for {Kind}", [nameof(Project)]);
        if (string.IsNullOrWhiteSpace(Token) || Token.Any(char.IsWhiteSpace)) yield return new ValidationResult($"must be set for {Kind}, without spaces", [nameof(Token)]);
        if (string.IsNullOrWhiteSpace(WorkItemType)) yield return new ValidationResult("must not be empty", [nameof(WorkItemType)]);
        if (Timeout <= TimeSpan.Zero || Timeout > LongestTimeout) yield return new ValidationResult("must be more than nothing and at most 30 seconds", [nameof(Timeout)]);
    }

    private static bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0 && url.Query.Length == 0;
}
