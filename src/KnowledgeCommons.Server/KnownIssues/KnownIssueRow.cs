using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>A known issue that was written at the desk.</summary>
public sealed record KnownIssueRow
{
    public string Key { get; init; } = "";
    public string Title { get; init; } = "";
    public string Body { get; init; } = "";
    public string Topics { get; init; } = "";
    public string Articles { get; init; } = "";
    public string Words { get; init; } = "";
    public DateTimeOffset? Since { get; init; }
    public DateTimeOffset? NextUpdate { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string WrittenBy { get; init; } = "";
    public DateTimeOffset WrittenAt { get; init; }
    public string ChangedBy { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }

    public KnownIssue ToIssue(BodyRenderer renderer)
    {
        var body = renderer.Render(Body, firstLine: 1, path: "", Title, _ => null);
        return new KnownIssue
        {
            Key = Key,
            Title = Title,
            Summary = body.FirstParagraph,
            Topics = Lines(Topics),
            Articles = [.. Lines(Articles).Select(slug => Slug.Parse(slug, null))],
            Words = Lines(Words),
            Since = Since,
            NextUpdate = NextUpdate,
            Owner = Owner,
            IsOpen = EndedAt is null,
            EndedAt = EndedAt,
            Body = Body,
            Html = Encoding.UTF8.GetBytes(body.Html)
        };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
