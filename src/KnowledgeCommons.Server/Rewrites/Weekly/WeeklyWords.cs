using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Words the mail of a week: each thing with its sentence and its link.</summary>
internal sealed class WeeklyWords(Texts texts, WeeklyChoice choice, SiteClock clock, IOptions<SiteOptions> site)
{
    public (string Subject, string Text) Of(Person person, OwnersWork work)
    {
        List<string> paragraphs = [texts.With("mail.hello", ("name", person.Name)), texts.Count("rewrite.weekly.intro", work.Things.Count)];
        paragraphs.AddRange(work.Things.Select(Thing));
        if (work.More > 0) paragraphs.Add(texts.Count("rewrite.weekly.more", work.More) + Link("/desk/rewrites"));
        paragraphs.Add(texts["rewrite.weekly.why"]);
        if (site.Value.BaseUrl is not null) paragraphs.Add(texts["rewrite.weekly.leave"] + Link(choice.TokenOf(person.Key).Url));
        return (texts.Count("rewrite.weekly.subject", work.Things.Count + work.More), string.Join("\n\n", paragraphs) + "\n");
    }

    private string Thing(RewriteCase about)
    {
        var key = about.State == RewriteState.Assigned && about.IsOverdue(clock.Now) ? "overdue" : about.State;
        var lead = texts.With($"rewrite.weekly.{key}", ("number", about.Label), ("title", about.Title),
            ("due", about.Due is { } due ? clock.Day(due) : ""), ("when", about.TellAt is { } tell ? clock.InWords(tell) : ""));
        return $"{lead}\n{about.Evidence}{Link(about.DeskUrl)}";
    }

    private string Link(string path) => site.Value.BaseUrl is { } home ? $"\n{home.TrimEnd('/')}{path}" : "";
}
