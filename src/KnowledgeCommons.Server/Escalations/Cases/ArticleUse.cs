using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// How an article did when a technician used it in a case. <paramref name="Step"/> is the step that was needed besides, or what is wrong; null when
/// there is nothing to say.
/// </summary>
internal sealed record ArticleUse(Article Article, string Answer, string? Step)
{
    public const string Fixed = "fixed";
    public const string ExtraStep = "extra-step";
    public const string Wrong = "wrong";

    public static IReadOnlyList<string> Answers { get; } = [Fixed, ExtraStep, Wrong];
}
