using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Words what a forge is told. No single person's words leave the desk: complaints and searches are those of three people and more.</summary>
internal sealed class IssueTexts(Texts texts, RewriteWords words, IOptions<SiteOptions> site)
{
    private const int MarkLength = 16;

    /// <summary>The whole case; what is told when that is not the opening comes after it.</summary>
    public IssueText Opening(RewriteCase about, Article? article, IReadOnlyList<Complaint> complaints, RewriteEvent told, string key)
    {
        var text = new StringBuilder();
        Add(text, about.Evidence);
        if (about is { OpenedBy: { } by, Because: { } because }) Add(text, texts.With("rewrite.issue.byhand", ("name", by), ("because", because)));
        foreach (var complaint in complaints) text.Append("- ").Append(Of(complaint)).Append('\n');
        if (complaints.Count > 0) text.Append('\n');
        Add(text, texts.With("rewrite.issue.page", ("title", about.Title), ("where", Link($"/articles/{about.Slug}") ?? about.Slug)));
        if (article is not null) Add(text, texts.With("rewrite.issue.file", ("path", article.Path)));
        Add(text, texts.With("rewrite.issue.owner", ("name", about.OwnerName)));
        Add(text, texts.With("rewrite.issue.trailer", ("number", about.Label)));
        if (told.Kind != RewriteEvent.Opened) Add(text, words.Of(told, about));
        return Finished(text, about, key);
    }

    /// <summary>One step of a case that has its issue.</summary>
    public IssueText Step(RewriteCase about, RewriteEvent told, string key)
    {
        var text = new StringBuilder();
        Add(text, words.Of(told, about));
        if (told.Words is { } said) Add(text, said);
        return Finished(text, about, key);
    }

    private string Of(Complaint complaint) => complaint.Kind switch
    {
        Complaint.Reason => texts.With("rewrite.issue.reason", ("reason", texts[$"feedback.reason.{complaint.What}"]), ("n", complaint.People)),
        Complaint.Step => texts.With("rewrite.issue.step", ("step", complaint.What), ("n", complaint.People)),
        // In code nothing is a link, a picture or somebody's name.
        _ => texts.With("rewrite.issue.search", ("words", $"`{complaint.What.Replace('`', '\'')}`"), ("n", complaint.People))
    };

    private IssueText Finished(StringBuilder text, RewriteCase about, string key)
    {
        var mark = Briefs.MarkStart + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..MarkLength];
        if (Link(about.DeskUrl) is { } link) Add(text, texts.With("rewrite.issue.link", ("link", link)));
        text.Append(texts.With("ticket.mark", ("number", about.Label), ("mark", mark)));
        return new IssueText(texts.With("rewrite.issue.title", ("number", about.Label), ("title", about.Title)), text.ToString(), mark);
    }

    private string? Link(string path) => site.Value.BaseUrl is { } home ? home.TrimEnd('/') + path : null;

    private static void Add(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");
}
