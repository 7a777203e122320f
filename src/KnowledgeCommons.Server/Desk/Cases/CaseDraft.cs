using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>An article begun with the words of a case: what the reader wrote, and what the desk answered. Whoever sends it to the forge reads it first.</summary>
internal static class CaseDraft
{
    // What fits an address that forges take, after escaping.
    private const int MostWords = 1_200;

    public static GapRemedy Of(Story story, Texts texts)
    {
        var problem = story.Case.Problem;
        var answers = story.Events.Where(entry => entry.Kind is CaseEventRow.Answered or CaseEventRow.Closed && entry.Words is not null).Select(entry => entry.Words ?? "");
        var body = $"## {texts["deskcase.draft.see"]}\n\n{Quoted(problem)}\n\n## {texts["deskcase.draft.do"]}\n\n{Quoted(string.Join("\n\n", answers))}\n";
        return GapRemedy.For(FirstLine(problem), texts["deskgaps.instead"], (story.Case.Topic, body));
    }

    // As a quotation nothing in somebody's words can end the front matter or become a heading of the article.
    private static string Quoted(string words)
    {
        var cut = words.Length <= MostWords ? words : words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";
        return string.Join('\n', cut.Split('\n').Select(line => $"> {line}".TrimEnd()));
    }

    private static string FirstLine(string words) => words.Split('\n', 2)[0].Trim();
}
