namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>
/// Much Markdown in the world has front matter that is almost YAML ("title: Setup: the basics"). Its plain "name: value" lines can still be read.
/// Where it speaks of an audience nothing is guessed: showing an article to the wrong people is worse than not showing it.
/// </summary>
internal static class LooseFrontMatter
{
    public static bool TryRead(string yaml, FrontMatterFields fields)
    {
        if (yaml.Contains(AudienceField.Name, StringComparison.OrdinalIgnoreCase)) return false;
        var number = 1;
        var found = false;
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            number++;
            var colon = line.IndexOf(": ");
            if (colon <= 0 || !IsName(line[..colon])) continue;
            var value = line[(colon + 1)..].Trim().Trim("\"'").ToString();
            found |= fields.Add(line[..colon].ToString(), new FrontMatterField([value], IsList: false, number));
        }
        return found;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '.')) return false;
        return true;
    }
}
