using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Brings prepared articles together: one article per address and id, topics for all folders, redirects from former addresses, links checked.
/// What had to be decided becomes findings.
/// </summary>
internal sealed class LibraryAssembly(
    ContentSnapshot snapshot, LibraryFrame frame, KnownIssueFiles issues, IReadOnlyDictionary<string, Asset> assets, List<Finding> findings)
{
    public Library Assemble(IEnumerable<PreparedArticle> prepared)
    {
        var chosen = Distinct(prepared);
        var published = chosen.Where(entry => entry.Article is { Status: ArticleStatus.Published }).ToList();
        var articles = published.Select(entry => Signed(entry.Article ?? throw new InvalidOperationException("Only good articles are kept."))).ToList();
        var addresses = articles.Select(article => article.Slug.Value).ToHashSet();
        var redirects = Redirects(chosen, addresses);
        CheckLinks(published, articles, redirects);
        CheckOwners(articles);
        CheckAudiences(articles);
        return new Library(snapshot.Version, articles, Topics(articles), frame.People, assets.Values, redirects)
        {
            Synonyms = frame.Synonyms,
            KnownIssues = [.. issues.Read.Select(file => file.Issue)],
            BrokenKnownIssues = issues.Broken
        };
    }

    private List<PreparedArticle> Distinct(IEnumerable<PreparedArticle> prepared)
    {
        var slugs = new Dictionary<string, string>();
        var ids = new Dictionary<string, string>();
        var chosen = new List<PreparedArticle>();
        foreach (var entry in prepared.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            if (entry.Article is not { } article) continue;
            if (!slugs.TryAdd(article.Slug.Value, entry.Path))
                Tell("address-taken", Severity.Error, entry.Path, $"The address {article.Slug} is already that of {slugs[article.Slug.Value]}; this file is not published.", "Rename one of the two files.");
            else if (!ids.TryAdd(article.Id, entry.Path))
                Tell("id-taken", Severity.Error, entry.Path, $"The id '{article.Id}' is already that of {ids[article.Id]}; this file is not published.", "Give one of the two another id.");
            else
                chosen.Add(entry);
        }
        return chosen;
    }

    // No page is kept from anybody by its audience; an author who counts on an audience has to be told so, once, not per article.
    private void CheckAudiences(List<Article> articles)
    {
        var restricted = articles.Where(article => article.Audience.Count > 0).ToList();
        if (restricted.Count == 0) return;
        Tell("audience", Severity.Warning, restricted[0].Path,
            $"{restricted.Count} articles name an audience, this one first. No article is kept from some people only: whoever can read this site can read them.",
            "Move what only some may read out of this content.");
    }

    private Article Signed(Article article) =>
        snapshot.Authorship.TryGetValue(article.Path, out var authorship) ? article with { Authorship = authorship } : article;

    private Dictionary<string, Slug> Redirects(List<PreparedArticle> chosen, HashSet<string> addresses)
    {
        var steps = new Dictionary<string, Slug>();
        foreach (var article in chosen.Select(entry => entry.Article).OfType<Article>())
        {
            foreach (var alias in article.Aliases) steps.TryAdd(alias.Value, article.Slug);
            if (article is { Status: ArticleStatus.Retired, Successor: { } successor }) steps.TryAdd(article.Slug.Value, successor);
        }
        foreach (var (former, present) in snapshot.Renames)
            if (Slug.FromPath(former) is { } old && Slug.FromPath(present) is { } now) steps.TryAdd(old.Value, now);
        return steps.Keys.Where(from => !addresses.Contains(from))
            .Select(from => (From: from, To: End(from, steps, addresses)))
            .Where(redirect => redirect.To is not null)
            .ToDictionary(redirect => redirect.From, redirect => redirect.To.GetValueOrDefault());
    }

    // An address may have moved more than once; a circle leads nowhere.
    private static Slug? End(string from, Dictionary<string, Slug> steps, HashSet<string> addresses)
    {
        for (var moves = 0; moves <= steps.Count && steps.TryGetValue(from, out var to); moves++, from = to.Value)
            if (addresses.Contains(to.Value)) return to;
        return null;
    }

    private void CheckLinks(List<PreparedArticle> published, List<Article> articles, Dictionary<string, Slug> redirects)
    {
        var bySlug = articles.ToDictionary(article => article.Slug.Value);
        foreach (var entry in published)
            foreach (var link in entry.Links)
                if (bySlug.TryGetValue(link.Target.Value, out var target))
                    CheckAnchor(entry.Path, link.Line, link.Anchor, target);
                else if (!redirects.ContainsKey(link.Target.Value))
                    findings.Add(new Finding("broken-link", Severity.Warning, entry.Path, link.Line, $"The link leads to {link.Target}, which is not published.", "Correct the link or publish that article."));
    }

    private void CheckAnchor(string path, int line, string? anchor, Article target)
    {
        if (string.IsNullOrEmpty(anchor) || target.Sections.Any(section => section.Anchor == anchor)) return;
        findings.Add(new Finding("broken-anchor", Severity.Note, path, line, $"{target.Slug} has no section '#{anchor}'.", "Copy the address of the section from the page."));
    }

    private void CheckOwners(List<Article> articles)
    {
        foreach (var article in articles)
            if (article.Owner is not null && frame.People.Find(article.Owner) is null)
                Tell("unknown-owner", Severity.Warning, article.Path, $"The owner '{article.Owner}' is not in _people.yml.", "Add the person there or name someone who is.");
    }

    private IEnumerable<Topic> Topics(List<Article> articles) =>
        from key in articles.Select(article => article.Topic).Distinct()
        where key.Length > 0
        select frame.Topics.GetValueOrDefault(key) ?? new Topic(key, ArticlePreparer.TitleFrom(key), "", int.MaxValue, Owner: null);

    private void Tell(string rule, Severity severity, string path, string message, string hint) =>
        findings.Add(new Finding(rule, severity, path, 0, message, hint));
}
