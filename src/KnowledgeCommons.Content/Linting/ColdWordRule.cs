using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>Warns of cold words in articles. What was found in a file is remembered until the file changes: a library may hold tens of thousands.</summary>
internal sealed class ColdWordRule(ColdWords words)
{
    private IReadOnlyDictionary<(string Path, string Hash), IReadOnlyList<Finding>> _known = new Dictionary<(string, string), IReadOnlyList<Finding>>();

    public IEnumerable<Finding> Check(Library library)
    {
        if (words.Count == 0) return [];
        var known = _known;
        var found = library.Articles.AsParallel().Select(article => (Key: (article.Path, article.SourceHash), Article: article))
            .Select(each => (each.Key, Findings: known.GetValueOrDefault(each.Key) ?? Find(each.Article))).ToList();
        _known = found.ToDictionary(each => each.Key, each => each.Findings);
        return found.SelectMany(each => each.Findings);
    }

    private IReadOnlyList<Finding> Find(Article article) =>
    [
        .. from cold in words.FindIn(Encoding.UTF8.GetString(article.Source.Span))
           select new Finding("cold-words", Severity.Warning, article.Path, cold.Line, $"“{cold.Word}” leaves people alone with their problem.", cold.Instead)
    ];
}
