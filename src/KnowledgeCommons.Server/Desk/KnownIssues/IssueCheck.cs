using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Turns the form of a known issue into a row, or says in plain words what is not right in it.</summary>
internal sealed class IssueCheck(PublishedLibrary published, SiteClock clock, Texts texts)
{
    public const int LongestTitle = 200;
    public const int LongestBody = 20_000;
    private const int MostLines = 40;
    private const int LongestLine = 300;
    private const int KeyWords = 60;
    private const int KeyHash = 6;

    public IReadOnlyList<FormError> Errors(IssueDraft draft) =>
        [.. Words(draft).Concat(Places(draft)).Concat(Times(draft)).Select(wrong => new FormError(wrong.Field, texts.With($"deskknown.error.{wrong.Key}", ("what", wrong.What))))];

    /// <summary>A new row for a draft without errors. The same form sent twice gives the same key.</summary>
    public KnownIssueRow New(IssueDraft draft, Person me) =>
        Filled(new KnownIssueRow { Key = KeyOf(draft), WrittenBy = me.Name, WrittenAt = clock.Now }, draft, me);

    /// <summary>The row as a draft without errors has it; one that had ended is open again.</summary>
    public KnownIssueRow Filled(KnownIssueRow row, IssueDraft draft, Person me) => row with
    {
        Title = draft.Title,
        Body = draft.Body,
        Topics = string.Join('\n', draft.Topics),
        Articles = string.Join('\n', Lines(draft.Articles).Select(Find).OfType<Article>().Select(article => article.Slug.Value).Distinct()),
        Words = string.Join('\n', Lines(draft.Words).Distinct()),
        Since = HelpCheck.Instant(draft.Since, clock.Zone) ?? row.Since ?? clock.Now,
        NextUpdate = HelpCheck.Instant(draft.NextUpdate, clock.Zone),
        Owner = draft.Owner.Length > 0 ? draft.Owner : me.Key.Length > 0 ? me.Key : null,
        EndedAt = null,
        ChangedBy = me.Name,
        ChangedAt = clock.Now
    };

    /// <summary>Null unless a part of these words is for some people only: a known issue is for everybody, in mails too.</summary>
    public FormError? ForSome(string words, string field) => IsForSome(words) ? new FormError(field, texts["deskknown.error.only"]) : null;

    public FormError ChangedBy(KnownIssueRow other) => new("title", texts.With("deskknown.error.changed", ("name", other.ChangedBy), ("when", clock.InWords(other.ChangedAt))));

    private static IEnumerable<(string Field, string Key, string What)> Words(IssueDraft draft)
    {
        if (draft.Title.Length == 0) yield return ("title", "title", "");
        if (draft.Title.Length > LongestTitle || draft.Title.Any(char.IsControl)) yield return ("title", "longtitle", "");
        if (draft.Body.Length == 0) yield return ("body", "body", "");
        if (draft.Body.Length > LongestBody) yield return ("body", "longbody", "");
        if (IsForSome(draft.Body)) yield return ("body", "only", "");
        if (!AreFew(Lines(draft.Words))) yield return ("words", "lines", "");
    }

    private IEnumerable<(string Field, string Key, string What)> Places(IssueDraft draft)
    {
        var library = published.Seen;
        foreach (var topic in draft.Topics.Where(topic => library.FindTopic(topic) is null)) yield return ("topics", "topic", topic);
        if (!AreFew(Lines(draft.Articles))) yield return ("articles", "lines", "");
        else
            foreach (var line in Lines(draft.Articles).Where(line => Find(line) is null)) yield return ("articles", "article", line);
        if (draft.Owner.Length > 0 && library.People.Find(draft.Owner) is null) yield return ("owner", "owner", "");
    }

    private IEnumerable<(string Field, string Key, string What)> Times(IssueDraft draft)
    {
        if (draft.Since.Length > 0 && (HelpCheck.Instant(draft.Since, clock.Zone) is not { } since || since > clock.Now)) yield return ("since", "since", "");
        if (HelpCheck.Instant(draft.NextUpdate, clock.Zone) is not { } next) yield return ("next", "next", "");
        else if (next <= clock.Now) yield return ("next", "past", "");
    }

    private Article? Find(string line) => HelpContexts.Find(published.Seen, CaseForms.SlugIn(line));

    private static bool IsForSome(string words) => OnlyBlocks.Of(words).StandSomewhere;

    private static bool AreFew(IReadOnlyCollection<string> lines) => lines.Count <= MostLines && lines.All(line => line.Length <= LongestLine);

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string KeyOf(IssueDraft draft)
    {
        var words = Slug.FromPath((draft.Title.Length > KeyWords ? draft.Title[..KeyWords] : draft.Title).Replace('/', ' '))?.Value ?? "known-issue";
        var once = draft.Form.Length > 0 ? draft.Form : SentForm.Nonce();
        return $"{words}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)).AsSpan(0, KeyHash))}";
    }
}
