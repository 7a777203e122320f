using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Takes a flag that somebody puts up, and an owner's answer to a flag.</summary>
internal sealed class FlagForm(FlagAnswers answers, Texts texts)
{
    /// <summary>Null when the answer was kept, else the sentence that says why it was not.</summary>
    public async Task<string?> KeepAsync(Article article, IFormCollection form, Person me, CancellationToken cancel)
    {
        if (form["revision"] != article.Revision.Value) return texts["flag.refused.revision"];
        var because = form["because"].ToString().ReplaceLineEndings("\n").Trim();
        switch (form["action"].ToString())
        {
            case FlagAnswer.BeingRewritten:
                await answers.RewriteAsync(article, me.Name, cancel);
                return null;
            case FlagAnswer.PageIsRight when because.Length is > 0 and <= FlagAnswer.LongestBecause:
                await answers.DefendAsync(article, because, me.Name, cancel);
                return null;
            case FlagAnswer.Raised when because.Length is > 0 and <= FlagAnswer.LongestBecause:
                await answers.RaiseAsync(article, because, me.Name, cancel);
                return null;
            case FlagAnswer.Raised:
                return texts["flag.refused.sentence"];
            case FlagAnswer.PageIsRight:
                return texts["flag.refused.because"];
            default:
                return texts["flag.refused.action"];
        }
    }
}
