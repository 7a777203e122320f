using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Completes what is being typed. What leads straight to an answer comes first; behind it a few searches that helped others, for whom no title says
/// it in their words.
/// </summary>
internal sealed class Suggestions(ISearchEngine engine, SuccessfulSearches helped)
{
    private const int Most = 8;
    private const int MostSearches = 3;

    public IReadOnlyList<SuggestReplyItem> For(string typed, Clearance clearance)
    {
        var searches = helped.StartingWith(typed, MostSearches, engine.Findable(clearance));
        return [.. engine.Suggest(typed, Most - searches.Count, clearance).Select(SuggestReplyItem.Of), .. searches.Select(SuggestReplyItem.Of)];
    }
}
