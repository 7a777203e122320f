namespace KnowledgeCommons.Server.Escalations;

/// <summary>The form as typed, nothing checked yet. <see cref="About"/> and <see cref="Led"/> keep what the page spoke of, also when its tick was taken away.</summary>
public sealed record HelpForm
{
    public string Problem { get; init; } = "";

    /// <summary>The article that the page speaks of; <see cref="Article"/> is the same one when it is passed on, else empty.</summary>
    public string About { get; init; } = "";

    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";

    /// <summary>The search that led to the form.</summary>
    public string Led { get; init; } = "";

    public IReadOnlyList<string> Search { get; init; } = [];
    public IReadOnlyList<string> Tried { get; init; } = [];
    public string Impact { get; init; } = HelpChoices.Slowed;
    public string People { get; init; } = HelpChoices.Me;
    public string Reach { get; init; } = HelpChoices.Here;
    public string Contact { get; init; } = "";
    public string Name { get; init; } = "";
    public string Deadline { get; init; } = "";

    /// <summary>A random value that is the same when one form is sent twice; empty when the sender has none.</summary>
    public string Form { get; init; } = "";

    public static HelpForm Of(IFormCollection sent) => new()
    {
        Problem = One(sent, "problem").ReplaceLineEndings("\n").Trim(),
        About = One(sent, "about") is { Length: > 0 } about ? about : One(sent, "article"),
        Article = One(sent, "article"),
        Revision = One(sent, "revision"),
        Led = One(sent, "led"),
        Search = Many(sent, "search"),
        Tried = Many(sent, "tried"),
        Impact = One(sent, "impact") is { Length: > 0 } impact ? impact : HelpChoices.Slowed,
        People = One(sent, "people") is { Length: > 0 } people ? people : HelpChoices.Me,
        Reach = One(sent, "reach") is { Length: > 0 } reach ? reach : HelpChoices.Here,
        Contact = One(sent, "contact").Trim(),
        Name = One(sent, "name").Trim(),
        Deadline = One(sent, "deadline").Trim(),
        Form = One(sent, "form")
    };

    private static string One(IFormCollection sent, string field) => sent[field] is [{ } first, ..] ? first : "";

    private static IReadOnlyList<string> Many(IFormCollection sent, string field) =>
        [.. sent[field].OfType<string>().Where(value => value.Length > 0).Distinct()];
}
