using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Takes an owner's answer to a flag.</summary>
internal sealed class FlagForm(FlagAnswers answers, PublishedLibrary published, Texts texts)
{
    private const string DeskCookie = "kc-desk";

    /// <summary>Null when the answer was kept, else the sentence that says why it was not.</summary>
    public async Task<string?> KeepAsync(Article article, IFormCollection form, HttpContext http, CancellationToken cancel)
    {
        if (form["revision"] != article.Revision.Value) return texts["flag.refused.revision"];
        var because = form["because"].ToString().ReplaceLineEndings("\n").Trim();
        switch (form["action"].ToString())
        {
            case FlagAnswer.BeingRewritten:
                await answers.RewriteAsync(article, NameOf(http), cancel);
                return null;
            case FlagAnswer.PageIsRight when because.Length is > 0 and <= FlagAnswer.LongestBecause:
                await answers.DefendAsync(article, because, NameOf(http), cancel);
                return null;
            case FlagAnswer.PageIsRight:
                return texts["flag.refused.because"];
            default:
                return texts["flag.refused.action"];
        }
    }

    // The desk's cookie names one of the people in _people.yml; at a desk where nobody has said who they are it is the desk as such.
    private string NameOf(HttpContext http) => published.Current.People.Find(http.Request.Cookies[DeskCookie])?.Name ?? texts["flag.somebody"];
}
