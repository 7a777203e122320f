using System.Collections.Frozen;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What other slices know about an article when it is found: how many people it helped lately, and who is rewriting it. Each slice replaces its part
/// as a whole, now and then; a search only reads memory.
/// </summary>
internal sealed class HitRemarks
{
    private const int PlacesLower = 2;
    private volatile FrozenDictionary<Slug, int> _fixedFor = FrozenDictionary<Slug, int>.Empty;
    private volatile FrozenDictionary<Slug, string> _rewriters = FrozenDictionary<Slug, string>.Empty;

    /// <summary>Different people whom each article helped within the last 30 days; only articles that helped enough of them to say so.</summary>
    public void ReplaceFixed(IReadOnlyDictionary<Slug, int> people) => _fixedFor = people.ToFrozenDictionary();

    /// <summary>The names of those who are rewriting an article.</summary>
    public void ReplaceRewriters(IReadOnlyDictionary<Slug, string> names) => _rewriters = names.ToFrozenDictionary();

    /// <summary>0 when there is nothing to say.</summary>
    public int FixedFor(SearchHit hit) => _fixedFor.GetValueOrDefault(hit.Slug);

    /// <summary>Null when nobody is.</summary>
    public string? RewriterOf(SearchHit hit) => _rewriters.GetValueOrDefault(hit.Slug);

    /// <summary>Puts each hit that is being rewritten behind the next two that are not; none leaves the page.</summary>
    public SearchAnswer Lower(SearchAnswer answer)
    {
        var rewriters = _rewriters;
        if (!answer.Hits.Any(hit => rewriters.ContainsKey(hit.Slug))) return answer;
        var passed = 0;
        List<(SearchHit Hit, double Place)> placed = [];
        foreach (var hit in answer.Hits)
            placed.Add(rewriters.ContainsKey(hit.Slug) ? (hit, passed + PlacesLower - 0.5) : (hit, passed++));
        return answer with { Hits = [.. placed.OrderBy(each => each.Place).Select(each => each.Hit)] };
    }
}
