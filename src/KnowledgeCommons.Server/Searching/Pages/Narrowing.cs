using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The ways to narrow one search, and the way back out of those in force.</summary>
internal sealed class Narrowing(SearchQuery asked, SearchAnswer answer, SearchScope scope, Texts texts)
{
    private const int MostTopics = 5;

    // An engine that does not count still lets a search be narrowed; the chips are then without numbers.
    private readonly bool _isCounted = !ReferenceEquals(answer.Counts, SearchCounts.None);

    /// <summary>The filters in force; each address takes one away.</summary>
    public IReadOnlyList<NarrowingChip> Chosen()
    {
        List<NarrowingChip> chosen = [];
        if (asked.Topic is { } topic) chosen.Add(new(scope.TitleOf(topic), null, SearchLink.To(asked with { Topic = null })));
        if (asked.Platform is { } platform)
            chosen.Add(new(texts.Platform(platform), null, SearchLink.To(asked with { Platform = null })) { Platform = platform });
        if (asked.Language is { } language) chosen.Add(new(NameOf(language), null, SearchLink.To(asked with { Language = null })));
        return chosen;
    }

    /// <summary>Only what leaves something, and leaves less than there is.</summary>
    public IReadOnlyList<NarrowingChip> Offered() => answer.Total == 0 ? [] : [.. Topics(), .. Platforms(), .. Languages()];

    private IEnumerable<NarrowingChip> Topics()
    {
        if (asked.Topic is not null) return [];
        var keys = _isCounted
            ? scope.Topics.Select(topic => topic.Key).OrderByDescending(CountBelow)
            : answer.Hits.Select(hit => hit.Topic).Where(topic => topic.Length > 0).Distinct();
        return Narrower(keys, CountBelow, key => scope.TitleOf(key), key => asked with { Topic = key }).Take(MostTopics);
    }

    private IEnumerable<NarrowingChip> Platforms() => asked.Platform is not null
        ? []
        : Narrower(scope.Platforms, key => answer.Counts.Platforms.GetValueOrDefault(key), texts.Platform, key => asked with { Platform = key });

    private IEnumerable<NarrowingChip> Languages() => asked.Language is not null
        ? []
        : Narrower(scope.Languages, key => answer.Counts.Languages.GetValueOrDefault(key), NameOf, key => asked with { Language = key });

    private IEnumerable<NarrowingChip> Narrower(IEnumerable<string> keys, Func<string, int> count, Func<string, string> words, Func<string, SearchQuery> narrowed)
    {
        string[] all = [.. keys];
        if (_isCounted)
            return from key in all
                   let left = count(key)
                   where left > 0 && left < answer.Total
                   select new NarrowingChip(words(key), left, SearchLink.To(narrowed(key)));
        return all.Length < 2 ? [] : all.Select(key => new NarrowingChip(words(key), null, SearchLink.To(narrowed(key))));
    }

    // A search in a topic is one in all topics below it, too.
    private int CountBelow(string topic) =>
        answer.Counts.Topics.Where(count => count.Key == topic || count.Key.StartsWith(topic + "/", StringComparison.Ordinal)).Sum(count => count.Value);

    private string NameOf(string language) => texts.Has($"results.language.{language}") ? texts[$"results.language.{language}"] : language;
}
