using System.Collections.Concurrent;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The words of the library by who may see them: with a word that stands only in articles for others, nothing that somebody types is even compared.</summary>
internal sealed class Vocabularies
{
    private readonly ConcurrentDictionary<Gate, Vocabulary> _byGate = new();

    public Vocabulary Behind(Gate gate) => _byGate.GetOrAdd(gate, _ => new Vocabulary());

    public void Add(IndexedArticle indexed) => Behind(indexed.Article.Gate).Add(indexed);
}
