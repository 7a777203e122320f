using KnowledgeCommons.Search.Lucene;

namespace KnowledgeCommons.Server.Searching;

internal static partial class SearchEngines
{
    static partial void AddOptional(Dictionary<string, Func<string, ILoggerFactory, SearchEngine>> all) =>
        all["Lucene"] = (folder, logs) => new LuceneSearchEngine(Path.Combine(folder, "search.lucene"), logs.CreateLogger<LuceneSearchEngine>());
}
