using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Which part of an article answers. When its head (title, other names, symptoms, summary, introduction) has all that any section has, the article as a
/// whole does; otherwise the section that has most. The snippet is the symptom, summary or text in which the words stand.
/// </summary>
internal static class BestPart
{
    private static readonly Section Whole = new("", "", 1);

    public static (Section Section, Snippet Snippet) Of(IndexedText article, SoughtWords sought)
    {
        Passage[] sections = [.. article.Sections.Select(part => new Passage(part.Section, part.Text, sought))];
        Passage[] head = [.. article.Symptoms.Append(article.Summary).Select(text => new Passage(Whole, text, sought)), .. sections.Where(IsIntroduction)];
        var named = SoughtWords.Together(sought.In($"{article.Title}\n{article.AlsoCalled}"));
        var whole = sought.Worth(head.Aggregate(named, (words, passage) => words | passage.Words));
        var best = sections.Where(passage => !IsIntroduction(passage)).MaxBy(passage => passage.Rank);
        return best is not null && best.Worth > whole
            ? (best.Section, (best.Text.Length > 0 ? best : head.First(passage => passage.Section == Whole)).Cut())
            : (Whole, Telling(head, article.Summary, best).Cut());
    }

    // Only the title matched: the summary says what the article is about.
    private static Passage Telling(Passage[] head, string summary, Passage? best)
    {
        var most = head.MaxBy(passage => passage.Rank);
        if (most is { Worth: > 0 }) return most;
        if (summary.Length > 0) return head.First(passage => passage.Text == summary);
        return best is { Worth: > 0 } ? best : head.Append(best).OfType<Passage>().FirstOrDefault(passage => passage.Text.Length > 0) ?? head[0];
    }

    private static bool IsIntroduction(Passage passage) => passage.Section.Anchor.Length == 0;

    private sealed class Passage
    {
        private const double HeadingCounts = 0.5;
        private const double RepeatCounts = 0.01;
        private const int MostRepeats = 20;
        private readonly SoughtWords _sought;
        private readonly List<Mark> _marks;

        public Passage(Section section, string text, SoughtWords sought)
        {
            (Section, Text, _sought, _marks) = (section, text, sought, sought.In(text));
            var heading = SoughtWords.Together(sought.In(section.Heading));
            Words = SoughtWords.Together(_marks) | heading;
            Worth = sought.Worth(Words);
            Rank = Worth + (HeadingCounts * sought.Worth(heading)) + (RepeatCounts * Math.Min(_marks.Count, MostRepeats));
        }

        public Section Section { get; }
        public string Text { get; }
        public ulong Words { get; }
        public double Worth { get; }

        /// <summary>Worth, and between equals: words in the heading, then how often they stand there.</summary>
        public double Rank { get; }

        public Snippet Cut() => Snippets.Cut(Text, _marks, _sought);
    }
}
