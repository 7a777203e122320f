using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>
/// Hands an author's HTML to the page piece by piece, so that nothing in it can swallow what follows: comments and elements whose
/// content is never shown are taken out, a tag without its end is shown as text, and so is a tag that HTML does not know:
/// in IT articles <c>&lt;servername&gt;</c> is a placeholder.
/// </summary>
internal static class RawHtml
{
    // A tag with thousands of attributes would cost the parser time in the square of their number.
    public const int LongestTag = 4096;

    public static void Write(MarkupRenderer renderer, ReadOnlySpan<char> piece, int line)
    {
        // Each kind of end is looked for only as long as there is one ahead, or a page of beginnings would take time in the square.
        var ends = new EndsAhead();
        var at = 0;
        while (at < piece.Length)
        {
            var open = piece[at..].IndexOf('<');
            if (open < 0) break;
            renderer.Write(piece.Slice(at, open));
            at += open;
            var length = WriteOne(renderer, piece[at..], line, ends);
            at += length;
        }
        if (at < piece.Length) renderer.Write(piece[at..]);
    }

    /// <summary>Writes, changes or leaves out what begins with the first character, a less-than sign; returns how much that was.</summary>
    private static int WriteOne(MarkupRenderer renderer, ReadOnlySpan<char> rest, int line, EndsAhead ends)
    {
        if (rest.StartsWith("<!--")) return Skip(renderer, rest, ends.Find(rest[2..], "-->") is >= 0 and var end ? end + 5 : 0);
        if (rest.Length > 1 && rest[1] is '!' or '?') return Skip(renderer, rest, ends.Find(rest, ">") + 1);
        var name = TagNames.NameOf(rest);
        var length = ends.FindTagEnd(rest);
        if (name.IsEmpty || length == 0 || AllowList.Find(name) is not { } rule) return Text(renderer);
        if (length > LongestTag)
        {
            renderer.Drop($"<{rule.Name}> of {length} characters", line);
            return Skip(renderer, rest, length);
        }
        if (rule.Fate == Fate.Drop && rest[1] != '/' && !rule.IsVoid) return DropContent(renderer, rest, rule, line, ends);
        renderer.SawTag(rule);
        renderer.Write(rest[..length]);
        return length;
    }

    private static int DropContent(MarkupRenderer renderer, ReadOnlySpan<char> rest, ElementRule rule, int line, EndsAhead ends)
    {
        var end = ends.Find(rest, "</" + rule.Name);
        if (end < 0) return Text(renderer);
        renderer.Drop($"<{rule.Name}>", line);
        var close = rest[end..].IndexOf('>');
        return Skip(renderer, rest, close < 0 ? rest.Length : end + close + 1);
    }

    private static int Text(MarkupRenderer renderer)
    {
        renderer.Write("&lt;");
        return 1;
    }

    // Line breaks stay, so that findings further down name the right line.
    private static int Skip(MarkupRenderer renderer, ReadOnlySpan<char> rest, int length)
    {
        if (length <= 0) return Text(renderer);
        for (var lines = rest[..length].Count('\n'); lines > 0; lines--) renderer.Write('\n');
        return length;
    }
}
