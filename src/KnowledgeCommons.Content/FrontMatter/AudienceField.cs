using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>The field that keeps something from everybody else. Where it cannot be read without doubt nothing is shown: a guess may show it to the wrong people.</summary>
internal static class AudienceField
{
    public const string Name = "audience";
    private const string Rule = "audience";
    private const string Hint = "Write 'audience: [group, other group]', or leave the line out when everyone may read it.";

    public static Audience Of(FrontMatterFields fields) => Audience.Of(fields.List(Name));

    /// <summary>Null when it is not there, or says without doubt whom it means.</summary>
    public static Finding? Complaint(FrontMatterFields fields, string path)
    {
        var field = fields.Find(Name);
        var isBlank = field is { IsList: true, Values.Count: > 0 } && fields.List(Name).Count == 0;
        return isBlank || fields.IsUnclear(Name)
            ? new Finding(Rule, Severity.Error, path, field?.Line ?? 0, "It is not clear whom 'audience' means, so nobody is shown this.", Hint)
            : null;
    }

    /// <summary>
    /// A body that begins with what was meant to be front matter and is none, because a line stands in front of it or its end is missing, and that speaks of
    /// an audience.
    /// </summary>
    public static Finding? StrayIn(FrontMatterBlock block, string path)
    {
        if (block.Yaml is not null || !block.Body.AsSpan().TrimStart().StartsWith("---")) return null;
        var number = 0;
        foreach (var line in block.Body.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart().StartsWith(Name + ":", StringComparison.OrdinalIgnoreCase))
                return new Finding(Rule, Severity.Error, path, number, "The front matter names an audience and cannot be told from the text, so nobody is shown this.", "Put a line of three hyphens at the very top and one behind the front matter.");
        }
        return null;
    }
}
