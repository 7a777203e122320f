using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>Only known platforms can be filtered for.</summary>
internal sealed class UnknownPlatform : LintRule
{
    private static readonly string[] Known = ["windows", "macos", "ios", "android", "linux", "web"];

    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today) =>
        from platform in article.AppliesTo
        where !Known.Contains(platform)
        select Note("unknown-platform", article, $"'{platform}' in applies_to is no platform that readers can choose.", $"Use one of {string.Join(", ", Known)}.");
}
