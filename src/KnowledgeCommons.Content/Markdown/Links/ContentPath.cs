using System.Text;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>Paths inside the content folder, with slashes.</summary>
internal static class ContentPath
{
    /// <summary>
    /// The path that <paramref name="reference"/> means when it stands in <paramref name="file"/>: percent-encoding and dot segments
    /// are resolved, a leading slash means the content folder. Null when it leads out of the folder; "" is the folder itself.
    /// </summary>
    public static string? Resolve(string file, string reference)
    {
        var path = Uri.UnescapeDataString(reference).Replace('\\', '/');
        var segments = new List<string>();
        if (!path.StartsWith('/') && file.LastIndexOf('/') is >= 0 and var cut) segments.AddRange(file[..cut].Split('/'));
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == 0) return null;
            else segments.RemoveAt(segments.Count - 1);
        }
        return string.Join('/', segments);
    }

    /// <summary>False for text that no file system and no address can hold.</summary>
    public static bool IsWellFormed(string path)
    {
        foreach (var rune in path.EnumerateRunes())
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune)) return false;
        return true;
    }
}
