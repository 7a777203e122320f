using System.Globalization;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>Turns fields into <see cref="Metadata"/>; a value of the wrong kind is a finding and counts as absent.</summary>
internal sealed class MetadataReader(FrontMatterFields fields, string path)
{
    private const int LongestText = 1000;
    private readonly List<Finding> _findings = [];

    public static (Metadata Metadata, IReadOnlyList<Finding> Findings) Read(FrontMatterFields fields, string path)
    {
        var reader = new MetadataReader(fields, path);
        var metadata = reader.Read();
        if (AudienceField.Complaint(fields, path) is { } unclear) reader._findings.Add(unclear);
        return (metadata, reader._findings);
    }

    private Metadata Read() => new()
    {
        Id = Text("id"),
        Title = Text("title"),
        Summary = Text("summary") ?? Text("description"),
        Owner = Text("owner"),
        AlsoCalled = fields.List("also_called"),
        Symptoms = fields.List("symptoms"),
        AppliesTo = [.. fields.List("applies_to").Select(platform => platform.ToLowerInvariant())],
        Audience = fields.List(AudienceField.Name),
        Tags = fields.List("tags"),
        Aliases = Slugs("aliases"),
        Language = Text("language"),
        ReviewedOn = Parsed("reviewed_on", "a date such as 2026-05-31", text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null),
        ReviewEvery = Parsed("review_every", "a number of days such as 180d", Days),
        Status = Parsed("status", "draft, published or retired", Status) ?? ArticleStatus.Published,
        Successor = Slugs("successor") is [var successor, ..] ? successor : null,
        Minutes = Parsed("minutes", "a whole number of minutes from 1 to 1440", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= 1440 ? minutes : (int?)null),
        Rewrites = fields.List("rewrites")
    };

    private string? Text(string name)
    {
        var text = fields.Text(name);
        if (text is null || text.Length <= LongestText) return text;
        Tell(name, $"'{name}' is {text.Length} characters long; the first {LongestText} are used.", "Move the rest into the text of the article.");
        return text[..LongestText];
    }

    private T? Parsed<T>(string name, string form, Func<string, T?> parse) where T : struct
    {
        if (fields.Text(name) is not { } text) return null;
        var value = parse(text);
        if (value is null) Tell(name, $"'{name}' is not {form}: {text}", $"Write {name} as {form}.");
        return value;
    }

    private IReadOnlyList<Slug> Slugs(string name)
    {
        var slugs = new List<Slug>();
        foreach (var text in fields.List(name))
        {
            if (Slug.TryParse(text.TrimStart('/'), null, out var slug)) slugs.Add(slug);
            else Tell(name, $"'{name}' holds no usable address: {text}", "Write the article's path without the ending, such as vpn/will-not-connect.");
        }
        return slugs;
    }

    private void Tell(string name, string message, string hint) =>
        _findings.Add(new Finding("front-matter-value", Severity.Warning, path, fields.Find(name)?.Line ?? 0, message, hint));

    private static TimeSpan? Days(string text) =>
        text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36_500
            ? TimeSpan.FromDays(days)
            : null;

    private static ArticleStatus? Status(string text) => text switch
    {
        "draft" => ArticleStatus.Draft,
        "published" => ArticleStatus.Published,
        "retired" => ArticleStatus.Retired,
        _ => null
    };
}
