using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Content.Building;

/// <summary>Those that can be read, and the paths of those that cannot.</summary>
internal sealed record KnownIssueFiles(IReadOnlyList<KnownIssueFile> Read, IReadOnlyList<string> Broken);

/// <summary>A known issue with what is needed to say where in its file something is wrong.</summary>
internal sealed record KnownIssueFile(KnownIssue Issue, FrontMatterFields Fields, IReadOnlyList<ArticleLink> Links)
{
    public string Path => Issue.Path ?? "";

    /// <summary>The line of a field; 0 when it is not there.</summary>
    public int LineOf(string field) => Fields.Find(field)?.Line ?? 0;
}
