using System.Collections.Frozen;

namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// The immutable set of all published articles at one version of the content. Built once, then only read; the reference is swapped.
/// </summary>
public sealed class Library
{
    private readonly FrozenDictionary<string, Article> _bySlug;
    private readonly FrozenDictionary<string, Slug> _redirects;
    private readonly FrozenDictionary<string, Topic> _topics;
    private readonly ILookup<string, Article> _byTopic;
    private readonly Lazy<Dictionary<string, Article>> _byId;
    private readonly Editions _editions;

    public Library(string version, IEnumerable<Article> articles, IEnumerable<Topic> topics, People people,
        IEnumerable<Asset> assets, IReadOnlyDictionary<string, Slug> redirects)
    {
        Version = version;
        People = people;
        Articles = [.. articles.OrderBy(article => article.Slug.Value, StringComparer.Ordinal)];
        _bySlug = Articles.ToFrozenDictionary(article => article.Slug.Value);
        _byId = new(() => Articles.DistinctBy(article => article.Id).ToDictionary(article => article.Id));
        _redirects = redirects.ToFrozenDictionary();
        Topics = [.. topics.OrderBy(topic => topic.Order).ThenBy(topic => topic.Title, StringComparer.CurrentCultureIgnoreCase)];
        _topics = Topics.ToFrozenDictionary(topic => topic.Key);
        _byTopic = Articles.ToLookup(article => article.Topic);
        Assets = assets.ToFrozenDictionary(asset => asset.Path);
        _editions = new Editions(this);
    }

    public static Library Empty { get; } = new("", [], [], People.Nobody, [], new Dictionary<string, Slug>());

    /// <summary>The commit, or a hash over a folder's files: equal versions hold equal content.</summary>
    public string Version { get; }

    public IReadOnlyList<Article> Articles { get; }
    public IReadOnlyList<Topic> Topics { get; }
    public People People { get; }

    /// <summary>What <c>_synonyms.yml</c> says; a word may stand in several groups, which are not joined by that.</summary>
    public IReadOnlyList<SynonymGroup> Synonyms { get; init; } = [];

    /// <summary>The known issues of <c>_known-issues/*.md</c>, open or not.</summary>
    public IReadOnlyList<KnownIssue> KnownIssues { get; init; } = [];

    /// <summary>The files of known issues that are there and cannot be read.</summary>
    public IReadOnlyList<string> BrokenKnownIssues { get; init; } = [];

    public IReadOnlyDictionary<string, Asset> Assets { get; }

    /// <summary>
    /// What somebody with this clearance may see of it, and nothing else: whoever asks it cannot tell what is hidden from what is not there. A picture
    /// or attachment is there for those who may see something that shows it.
    /// </summary>
    public Library For(Clearance clearance) => _editions.For(clearance);

    /// <summary>Equal for all who see the same of this library, whatever else they belong to; says nothing about another library.</summary>
    public string EditionOf(Clearance clearance) => _editions.KeyFor(clearance);

    public Article? Find(Slug slug) => _bySlug.GetValueOrDefault(slug.Value);

    /// <summary>The article with that permanent id.</summary>
    public Article? FindById(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>The article whose slug is exactly these letters; null also for anything that would first have to be tidied.</summary>
    public Article? FindByAddress(string address) => _bySlug.GetValueOrDefault(address);

    /// <summary>Where a former address leads now; null when the address was never used.</summary>
    public Slug? RedirectFrom(Slug slug) => _redirects.TryGetValue(slug.Value, out var target) ? target : null;

    public IReadOnlyDictionary<string, Slug> Redirects => _redirects;

    public Topic? FindTopic(string key) => _topics.GetValueOrDefault(key);

    public IEnumerable<Article> InTopic(string key) => _byTopic[key];

    /// <summary>The person or team that answers for an article: its own owner, else its topic's, else who is on duty; null when nobody is named.</summary>
    public Person? OwnerOf(Article article) =>
        People.Find(article.Owner) ?? People.Find(FindTopic(article.Topic)?.Owner) ?? People.Find(People.OnDutyFor(article.Topic)?.Owner);
}
