using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>
/// One thing that makes an article worse for its readers. Rules look at published articles, so that the author's tool and the desk say the same.
/// What keeps a file from being published at all is found earlier, while it is prepared.
/// </summary>
internal abstract class LintRule
{
    /// <summary>What is wrong with the article, if anything; <paramref name="today"/> is the day in UTC.</summary>
    public abstract IEnumerable<Finding> Check(Article article, Library library, DateOnly today);

    protected static Finding Note(string rule, Article article, string message, string hint) =>
        new(rule, Severity.Note, article.Path, 1, message, hint);
}
