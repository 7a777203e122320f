using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Desk;

/// <summary>The form of a known issue as typed, nothing checked yet; articles and words one a line, times as in the site's time zone.</summary>
public sealed record IssueDraft
{
    public string Title { get; init; } = "";
    public string Body { get; init; } = "";
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string Articles { get; init; } = "";
    public string Words { get; init; } = "";
    public string Since { get; init; } = "";
    public string NextUpdate { get; init; } = "";
    public string Owner { get; init; } = "";

    /// <summary>A random value that is the same when one form is sent twice.</summary>
    public string Form { get; init; } = "";

    /// <summary>Which state was seen when the form was opened: milliseconds since 1970; empty for a new one.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What is said at the end.</summary>
    public string LastWords { get; init; } = "";

    internal static IssueDraft Of(SentForm sent) => new()
    {
        Title = sent.One("title"),
        Body = sent.Words("body"),
        Topics = sent.Many("topics"),
        Articles = sent.Words("articles"),
        Words = sent.Words("words"),
        Since = sent.One("since"),
        NextUpdate = sent.One("next"),
        Owner = sent.One("owner"),
        Form = sent.One("form"),
        Seen = sent.One("seen")
    };

    internal static IssueDraft Of(KnownIssueRow row, TimeZoneInfo zone) => new()
    {
        Title = row.Title,
        Body = row.Body,
        Topics = row.Topics.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Articles = row.Articles,
        Words = row.Words,
        Since = Local(row.Since, zone),
        NextUpdate = Local(row.NextUpdate, zone),
        Owner = row.Owner ?? "",
        Seen = row.ChangedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
    };

    /// <summary>What an address says about the form it leads to.</summary>
    internal static IssueDraft Of(IQueryCollection query, string form, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Title = query["title"].ToString(),
        Topics = [.. query["topics"].OfType<string>()],
        Articles = string.Join('\n', query["articles"].OfType<string>()),
        Words = string.Join('\n', query["words"].OfType<string>()),
        Since = Local(now, zone),
        Form = form
    };

    private static string Local(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
}
