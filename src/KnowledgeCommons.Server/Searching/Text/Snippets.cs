using System.Text;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Cuts the piece out of a text in which most of the sought words stand together.</summary>
internal static class Snippets
{
    private const int Length = 160;
    private const int NarrowestLead = 24;
    private const int MostMarks = 400;

    public static Snippet Cut(string text, List<Mark> marks, SoughtWords sought)
    {
        var (first, last) = Densest(marks, sought);
        var start = first < 0 ? 0 : Beginning(text, marks[first].Start, marks[last].End);
        var end = Ending(text, start, first < 0 ? start : marks[last].End);
        var runs = new Runs();
        if (start > 0) runs.Add("… ", isMarked: false);
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            runs.Add(text[start..mark.Start], isMarked: false);
            runs.Add(text[mark.Start..mark.End], isMarked: true);
            start = mark.End;
        }
        runs.Add(text[start..end], isMarked: false);
        if (end < text.AsSpan().TrimEnd().Length) runs.Add(" …", isMarked: false);
        return new Snippet(runs.All);
    }

    // The marks, as places in the list, that fit into one piece and are worth most; the earliest of equals; (-1, -1) when there are none.
    private static (int First, int Last) Densest(List<Mark> marks, SoughtWords sought)
    {
        var (densest, worth) = ((First: -1, Last: -1), -1.0);
        for (var first = 0; first < Math.Min(marks.Count, MostMarks); first++)
        {
            var (last, words) = (first, marks[first].Word);
            while (last + 1 < marks.Count && marks[last + 1].End - marks[first].Start <= Length) words |= marks[++last].Word;
            if (sought.Worth(words) is var here && here > worth) (densest, worth) = ((first, last), here);
        }
        return densest;
    }

    private static int Beginning(string text, int firstMark, int lastMark)
    {
        var lead = Math.Max(NarrowestLead, (Length - (lastMark - firstMark)) / 3);
        if (firstMark <= lead) return 0;
        var space = text.AsSpan(firstMark - lead, lead).IndexOfAny(" \n\t");
        return space < 0 ? firstMark : firstMark - lead + space + 1;
    }

    private static int Ending(string text, int start, int lastMark)
    {
        var end = Math.Max(start + Length, lastMark);
        if (end >= text.Length) return text.Length;
        var space = text.AsSpan(start, end - start).LastIndexOfAny(" \n\t");
        if (start + space > Math.Max(start, lastMark)) return start + space;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private sealed class Runs
    {
        private readonly List<(string Text, bool IsMarked)> _all = [];
        private bool _afterSpace = true;

        public IReadOnlyList<(string Text, bool IsMarked)> All => _all;

        /// <summary>White space becomes single spaces, control characters go.</summary>
        public void Add(string text, bool isMarked)
        {
            var clean = new StringBuilder(text.Length);
            foreach (var letter in text)
            {
                var isSpace = char.IsWhiteSpace(letter);
                if ((isSpace && _afterSpace) || (char.IsControl(letter) && !isSpace)) continue;
                clean.Append(isSpace ? ' ' : letter);
                _afterSpace = isSpace;
            }
            if (clean.Length > 0) _all.Add((clean.ToString(), isMarked));
        }
    }
}
