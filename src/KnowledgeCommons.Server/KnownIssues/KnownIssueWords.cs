using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Says of a known issue, in one or two sentences, who is on it and when the next word comes.</summary>
internal sealed class KnownIssueWords(Texts texts, SiteClock clock)
{
    public string Of(PostedIssue posted) => posted switch
    {
        { IsOpen: false, EndedAt: { } ended } => texts.With("known.word.ended", ("day", clock.Day(ended))),
        { IsOpen: false } => texts["known.word.over"],
        { Issue.NextUpdate: null } => texts.With("known.word.soon", ("name", posted.Owner)),
        { Issue.NextUpdate: { } promised } when posted.IsOverdue(clock.Now) => texts.With("known.word.late", ("name", posted.Owner), ("when", clock.InWords(promised))),
        { Issue.NextUpdate: { } promised } => texts.With("known.word.next", ("name", posted.Owner), ("when", clock.InWords(promised)))
    };

    public PinnedIssue Pinned(PostedIssue posted) =>
        new(posted.Issue.Title, posted.Issue.Url, Of(posted), ArticleLanguage.Lang(posted.Issue.Language))
        {
            Owner = posted.Owner,
            NextUpdate = posted.Issue.NextUpdate
        };
}
