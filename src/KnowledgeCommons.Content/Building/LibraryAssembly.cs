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
        var chosen = Distinct(prepared.Where(entry => !frame.Audiences.Withholds(entry.Path)));
        var published = chosen.Where(entry => entry.Article is { Status: ArticleStatus.Published }).ToList();
        var articles = published.Select(entry => Signed(entry.Article ?? throw new InvalidOperationException("Only good articles are kept."))).ToList();
        var addresses = articles.Select(article => article.Slug.Value).ToHashSet();
        var redirects = Redirects(chosen, addresses);
        CheckLinks(published, articles, redirects);
        CheckOwners(articles);
        TellAudiences(articles);
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

    // Groups are named in files and kept in a directory: one that nobody is in would hide its articles without a word.
    private void TellAudiences(List<Article> articles)
    {
        foreach (var folder in frame.Audiences.Unreadable.Distinct())
            Tell("audience", Severity.Error, folder.Length == 0 ? "_topic.yml" : folder + "/_topic.yml", "Nobody can tell whom this folder is for, so all that lies in it is shown to nobody.", "Correct the file.");
        var named = from article in articles from audience in article.Gate.For.Distinct() group article by audience;
        foreach (var audience in named)
            Tell("audience", Severity.Note, audience.First().Path,
                $"{(audience.Count() == 1 ? "One article is" : $"{audience.Count()} articles are")}, wholly or in part, only for {audience.Key}; this is the first.",
                "Check that the groups are called so where people sign in. Where nobody signs in, only this machine itself sees them.");
    }

    private Article Signed(Article article)
    {
        var authorship = snapshot.Authorship.GetValueOrDefault(article.Path);
        List<Audience> whole = [.. frame.Audiences.Of(article.Path)];
        if (Audience.Of(article.Audience) is { IsEveryone: false } own && !whole.Contains(own)) whole.Add(own);
        return Gated(article, [.. whole, .. article.Cuts.SelectMany(cut => cut.Hidden)], []) with
        {
            Cuts = [.. article.Cuts.Select(cut => cut with { Article = Gated(cut.Article, [.. whole, .. cut.Shown], cut.Hidden) })]
        };

        Article Gated(Article variant, IEnumerable<Audience> only, IReadOnlyList<Audience> unless)
        {
            Audience[] all = [.. only.Distinct()];
            return variant with { Authorship = authorship, Gate = all.Length == 0 && unless.Count == 0 ? Gate.Open : new Gate(all, unless) };
        }
    }

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
