using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What the page of a rewrite case shows. <paramref name="Article"/> is null when it is not published any more, and then there is no evidence of now;
/// <paramref name="Proof"/> only while a rewrite waits for it; <paramref name="Hears"/> only until they are told.
/// </summary>
public sealed record RewriteView(
    RewriteStory Story, Article? Article, string? EvidenceNow, Proof? Proof, WhoHears? Hears, IReadOnlyList<Complaint> Complaints)
{
    public RewriteCase Case => Story.Case;

    /// <summary>Another version is published than the one that the case is about, and nobody has said whether it is the answer.</summary>
    public bool HasNewVersion =>
        Article is { } article && Case.IsWaiting && article.Revision.Value != Case.Revision && article.Revision.Value != Case.Answer;
}
