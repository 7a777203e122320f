namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Damerau–Levenshtein distance in its restricted form (optimal string alignment): inserting, leaving out, replacing or swapping neighbours is one edit.
/// </summary>
internal static class EditDistance
{
    private const int MostOnStack = 256;

    /// <summary>The distance, or <paramref name="most"/> + 1 when it is greater.</summary>
    public static int Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        var width = other.Length + 1;
        Span<int> rows = 3 * width <= MostOnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var column = 0; column <= other.Length; column++) above[column] = column;
        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var cost = one[line - 1] == other[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(row[column - 1], above[column]) + 1, above[column - 1] + cost);
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1]) edits = Math.Min(edits, before[column - 2] + 1);
                row[column] = edits;
                least = Math.Min(least, edits);
            }
            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.Min(above[other.Length], most + 1);
    }
}
