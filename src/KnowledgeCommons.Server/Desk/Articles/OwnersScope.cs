using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// Which articles an owner's day is about: of those that they own (<see cref="Visitor.Owns"/>) the ones that these keys of <c>_people.yml</c> answer for; all that
/// they own where the keys answer for none.
/// </summary>
internal sealed class OwnersScope(Visitor visitor, IReadOnlyCollection<string> keys, Library library)
{
    /// <summary>Less than all that they own.</summary>
    public bool IsTheirs { get; } = keys.Count > 0 && library.Articles.Any(article => visitor.Owns(article.Slug.Value) && AnswerFor(keys, library, article));

    public bool IsOwn(Article article) => visitor.Owns(article.Slug.Value);

    /// <summary>A rewrite is also theirs when it was given to them.</summary>
    public bool Has(Article article, RewriteCase? about) =>
        IsOwn(article) && (!IsTheirs || AnswerFor(keys, library, article) || (about?.Whose is { } whose && keys.Contains(whose)));

    private static bool AnswerFor(IReadOnlyCollection<string> keys, Library library, Article article) => library.OwnerOf(article) is { } owner && keys.Contains(owner.Key);
}
