using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The form as typed, nothing checked yet. <see cref="About"/> and <see cref="Led"/> keep what the page spoke of, also when its tick was
/// taken away.
/// </summary>
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

    /// <summary>Earlier answers about articles that are passed on, by their ids.</summary>
    public IReadOnlyList<string> Outcome { get; init; } = [];

    /// <summary>Earlier cases that are passed on, by their ids.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>The step of the article at which it stopped; empty when none was named.</summary>
    public string Failed { get; init; } = "";

    public string Platform { get; init; } = "";

    public string Impact { get; init; } = HelpChoices.Slowed;
    public string People { get; init; } = HelpChoices.Me;
    public string Reach { get; init; } = HelpChoices.Here;
    public string Contact { get; init; } = "";
    public string Name { get; init; } = "";
    public string Deadline { get; init; } = "";
    public TypedCall Call { get; init; } = TypedCall.Nothing;

    /// <summary>A random value that is the same when one form is sent twice; empty when the sender has none.</summary>
    public string Form { get; init; } = "";

    /// <summary>When the form was shown first (<see cref="Abuse.FormStamp"/>); empty when the sender does not say.</summary>
    public string Shown { get; init; } = "";

    internal static HelpForm Of(SentForm sent) => new()
    {
        Problem = sent.Words("problem"),
        About = Or(sent.One("about"), sent.One("article")),
        Article = sent.One("article"),
        Revision = sent.One("revision"),
        Led = sent.One("led"),
        Search = sent.Many("search"),
        Tried = sent.Many("tried"),
        Outcome = sent.Many("outcome"),
        Earlier = sent.Many("earlier"),
        Failed = sent.One("failed"),
        Platform = sent.One("platform"),
        Impact = Or(sent.One("impact"), HelpChoices.Slowed),
        People = Or(sent.One("people"), HelpChoices.Me),
        Reach = Or(sent.One("reach"), HelpChoices.Here),
        Contact = sent.One("contact"),
        Name = sent.One("name"),
        Deadline = sent.One("deadline"),
        Call = TypedCall.Of(sent),
        Form = sent.One("form"),
        Shown = sent.One(Abuse.FormStamp.Field)
    };

    /// <summary>What an address says about the form it leads to.</summary>
    internal static HelpForm Of(IQueryCollection query) => new()
    {
        Problem = query["problem"].ToString(),
        About = query["article"].ToString(),
        Revision = query["revision"].ToString(),
        Led = query["search"].ToString(),
        Tried = [.. query["tried"].OfType<string>()]
    };

    private static string Or(string sent, string otherwise) => sent.Length > 0 ? sent : otherwise;
}
