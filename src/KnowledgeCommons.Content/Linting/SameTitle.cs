using System.Runtime.CompilerServices;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>Two articles with one title in one topic cannot be told apart in a list.</summary>
internal sealed class SameTitle : LintRule
{
    private readonly ConditionalWeakTable<Library, ILookup<(string, string), Article>> _byTitle = [];

    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        var alike = _byTitle.GetValue(library, all => all.Articles.ToLookup(one => (one.Topic, one.Title.ToLowerInvariant())));
        var first = alike[(article.Topic, article.Title.ToLowerInvariant())].First();
        if (!ReferenceEquals(first, article))
            yield return Note("same-title", article, $"{first.Path} has the same title.", "Say in the title what makes this one different.");
    }
}
