using System.Globalization;

namespace KnowledgeCommons.Content.Articles;

/// <summary>A current disturbance, as readers are told of it. Instants are in UTC.</summary>
public sealed record KnownIssue
{
    /// <summary>Its permanent address below /known-issues/: one segment of a slug.</summary>
    public required string Key { get; init; }

    /// <summary>The file it is written in, relative to the content folder; null when it was written at the desk.</summary>
    public string? Path { get; init; }

    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Keys of topics on whose pages it stands.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Articles on whose pages it stands, and that lead a search to it.</summary>
    public IReadOnlyList<Slug> Articles { get; init; } = [];

    /// <summary>What people search for who have it; each is one word or several.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public DateTimeOffset? Since { get; init; }

    /// <summary>By when readers get the next word; null when nothing is promised.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>A key of <see cref="People"/>: who is on it.</summary>
    public string? Owner { get; init; }

    public bool IsOpen { get; init; } = true;

    /// <summary>When it ended, as far as its author says; null also for one that ended at a time nobody wrote down.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>What is known, as Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The same as sanitised HTML, UTF-8.</summary>
    public ReadOnlyMemory<byte> Html { get; init; }

    /// <summary>The pictures and attachments that it refers to, by their paths.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Another one for every change that readers have to hear of: words, the promised time, the end.</summary>
    public string Version => Revision.Of(
        string.Create(CultureInfo.InvariantCulture, $"{Title}\n{Summary}\n{IsOpen}\n{NextUpdate?.ToUnixTimeMilliseconds()}"), Body).Value;

    public string Url => UrlOf(Key);

    public static string UrlOf(string key) => "/known-issues/" + AddressPath.Escape(key);
}
