using System.Collections.Frozen;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// Why somebody needed a person: the page is at fault, something was lost or unsafe because of it, or it needs a person whatever the page says. The same keys
/// as readers choose from, and those of closed cases.
/// </summary>
internal sealed record ContactReason
{
    private static readonly FrozenDictionary<string, ContactReason> ByKey = new ContactReason[]
    {
        new("wrong", isThePage: true), new("unclear", isThePage: true), new("out-of-date", isThePage: true), new("step-fails", isThePage: true),
        new("the-page", isThePage: true), new("lost-something", isThePage: true, isHarm: true), new("unsafe", isThePage: true, isHarm: true),
        new("permission", isThePage: false), new("broken", isThePage: false), new("policy", isThePage: false), new("needs-a-person", isThePage: false),
        new("other", isThePage: null)
    }.ToFrozenDictionary(reason => reason.Key);

    private ContactReason(string key, bool? isThePage, bool isHarm = false) => (Key, IsThePage, IsHarm) = (key, isThePage, isHarm);

    public static IEnumerable<string> Keys => ByKey.Keys.Order(StringComparer.Ordinal);

    public string Key { get; }

    /// <summary>Null: it says neither.</summary>
    public bool? IsThePage { get; }

    /// <summary>Somebody lost something or was in danger: the article is flagged at once.</summary>
    public bool IsHarm { get; }

    /// <summary>The reason with that key, also in capitals or with blanks for hyphens; null for anything else.</summary>
    public static ContactReason? Find(string? written) =>
        written is null ? null : ByKey.GetValueOrDefault(written.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-'));
}
