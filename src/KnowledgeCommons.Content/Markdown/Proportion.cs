namespace KnowledgeCommons.Content.Markdown;

/// <summary>Recognises, before it is parsed, a text that would take the parser time or memory out of all proportion to its length.</summary>
internal static class Proportion
{
    // Every row of a table is filled up to the widest one.
    private const int MostCells = 1_000_000;

    // The parser looks for each underlined heading among all that stand beside it.
    private const int MostUnderlines = 5_000;

    // "> > - - -": each opens a block inside the one before.
    private const int MostMarkers = 500;

    public static bool IsLost(string markdown)
    {
        int rows = 0, widest = 0, underlines = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart(" \t");
            if (text.IsEmpty)
            {
                rows = widest = 0;
                continue;
            }
            if (text[0] is '-' or '=' && text.TrimEnd(" \t").IndexOfAnyExcept(text[0]) < 0 && ++underlines > MostUnderlines) return true;
            if (text.Length > MostMarkers && Markers(text) > MostMarkers) return true;
            var bars = text.Count('|');
            if (bars == 0) continue;
            widest = Math.Max(widest, bars);
            if ((long)++rows * widest > MostCells) return true;
        }
        return false;
    }

    private static int Markers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is ' ' or '\t' || char.IsAsciiDigit(line[at])) continue;
            if (line[at] is not ('>' or '-' or '+' or '*' or '.' or ')' or ':')) break;
            if (line[at] == '>' || at + 1 < line.Length && line[at + 1] is (' ' or '\t')) markers++;
        }
        return markers;
    }
}
