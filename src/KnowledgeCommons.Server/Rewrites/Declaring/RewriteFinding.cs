using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Something that a commit or a front matter says about a case and cannot mean. <see cref="Key"/> is the same whenever the same is said.</summary>
public sealed record RewriteFinding
{
    public string Key { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Rule { get; init; } = "";
    public string Path { get; init; } = "";
    public string Message { get; init; } = "";
    public string Hint { get; init; } = "";

    public Finding AsFinding() => new(Rule, Severity.Warning, Path, 0, Message, Hint);
}
