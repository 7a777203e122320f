using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>
/// The known issues of files and of the desk, in memory: pages only read. Whatever changes on it goes with the pages that were kept with the old state.
/// </summary>
internal sealed class KnownIssueBoard(KnownIssueWords words, IssuesInSight searched, PageCache pages, SiteClock clock)
{
    private const int MostPinned = 3;
    private static readonly TimeSpan ShownAfterEnd = TimeSpan.FromDays(14);
    private readonly Lock _replacing = new();
    private volatile IReadOnlyList<PostedIssue> _all = [];
    private string _onPages = "";

    /// <summary>All that is known, open ones first, the newest of each first.</summary>
    public IReadOnlyList<PostedIssue> All => _all;

    public IEnumerable<PostedIssue> Open => _all.Where(posted => posted.IsOpen);

    /// <summary>Ended within the last two weeks, the last one first.</summary>
    public IEnumerable<PostedIssue> EndedLately =>
        _all.Where(posted => !posted.IsOpen && posted.EndedAt > clock.Now - ShownAfterEnd).OrderByDescending(posted => posted.EndedAt);

    public PostedIssue? Find(string key) => _all.FirstOrDefault(posted => posted.Key == key);

    /// <summary>Pinned to the home page.</summary>
    public IReadOnlyList<PinnedIssue> Pinned() => Pinned(Open);

    /// <summary>Pinned to the page of a topic.</summary>
    public IReadOnlyList<PinnedIssue> PinnedTo(Topic topic) => Pinned(Open.Where(posted => posted.IsOn(topic.Key)));

    /// <summary>Pinned to the page of an article.</summary>
    public IReadOnlyList<PinnedIssue> PinnedTo(Article article) => Pinned(Open.Where(posted => posted.IsAbout(article.Slug)));

    /// <summary>
    /// What somebody may be about to ask a person for, who comes from this article or searched for these words: what fits first, then the others.
    /// </summary>
    public IReadOnlyList<PostedIssue> Likely(Article? article, string problem)
    {
        var asked = searched.For(problem).Select(pinned => pinned.Url).ToHashSet();
        return [.. Open.OrderByDescending(Fit).Take(MostPinned)];

        int Fit(PostedIssue posted) =>
            (article is not null && posted.IsAbout(article.Slug) ? 4 : 0) + (asked.Contains(posted.Issue.Url) ? 2 : 0) + (article is not null && posted.IsOn(article.Topic) ? 1 : 0);
    }

    /// <summary>Puts up the present state. It also has to be called when time alone has changed what pages say.</summary>
    public void Replace(IEnumerable<PostedIssue> all)
    {
        lock (_replacing)
        {
            _all = [.. all.OrderByDescending(posted => posted.IsOpen).ThenByDescending(posted => posted.Since).ThenBy(posted => posted.Key, StringComparer.Ordinal)];
            searched.Replace(Open.Select(posted => new SearchedIssue(words.Pinned(posted), posted.Issue.Words, posted.Issue.Articles)));
            var onPages = string.Join('\n', _all.Select(posted => $"{posted.Key} {posted.ChangedAt:O} {posted.Issue.Title} {words.Of(posted)} {Places(posted)}"));
            if (onPages == _onPages) return;
            _onPages = onPages;
            pages.Renew();
        }
    }

    private static string Places(PostedIssue posted) => string.Join(' ', [.. posted.Issue.Topics, .. posted.Issue.Articles.Select(slug => slug.Value)]);

    private PinnedIssue[] Pinned(IEnumerable<PostedIssue> issues) => [.. issues.Take(MostPinned).Select(words.Pinned)];
}
