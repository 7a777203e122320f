using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Tests.Audiences;

/// <summary>
/// Articles for everybody and for some, each with a word that stands nowhere else. <see cref="SeenBy"/> is the same content as if nobody had ever
/// written what somebody may not see: said by hand here, so that it does not come from what is tested.
/// </summary>
internal static class GuardedContent
{
    private static readonly Audience Finance = Audience.Of(["finance"]);
    private static readonly Audience Board = Audience.Of(["board"]);
    private static readonly Audience Technicians = Audience.Of(["technicians"]);
    private static readonly Audience Owners = Audience.Of(["owners"]);

    /// <summary>Words that tell, where they stand, that something was shown, and who may see them.</summary>
    public static IReadOnlyList<(string Word, Audience[] For)> Canaries { get; } =
        [("quokkapay", [Finance]), ("quokkaboard", [Finance, Board]), ("quokkadesk", [Technicians]), ("quokkapart", [Technicians]), ("quokkacost", [Finance]), ("quokkaown", [Owners])];

    private static readonly (string Path, string Text, Audience[] For)[] Files =
    [
        ("_people.yml", "people:\n  dev: { name: Dev Patel }\nduty:\n  - { topic: \"\", owner: dev }\n", []),
        ("_synonyms.yml", "groups:\n  - [pay slip, salary note]\n", []),
        ("_known-issues/mail.md", "---\ntitle: Mail is slow\ntopics: [finance]\narticles: [finance/pay, open/start]\nsince: 2026-11-23T09:00+00:00\n---\nWe are on it.", []),
        ("open/_topic.yml", "title: For all\nsummary: What everybody needs\n", []),
        ("open/start.md", "---\ntitle: Printer is on strike\naliases: [open/old-start]\nreviewed_on: 2026-10-01\ntags: [slip]\n---\nTurn it on.\n\n![printer](pic.png)\n\n[The pay slip](../finance/pay.md)", []),
        ("open/pic.png", "open picture", []),
        ("open/mixed.md", Mixed, []),
        ("open/part.png", "quokkapart picture", [Technicians]),
        ("open/gone.md", "---\nstatus: retired\nsuccessor: finance/pay\n---\n# Gone", []),
        ("open/other.md", "# Printer of the salary note\n\nAsk for another slip.", []),
        ("finance/_topic.yml", "title: quokkapay topic\nsummary: quokkapay summary\naudience: [finance]\n", [Finance]),
        ("finance/pay.md", "---\ntitle: Printer for the quokkapay slip\nsummary: quokkapay at a glance\naliases: [finance/old-pay]\nreviewed_on: 2026-11-01\ntags: [slip]\nsymptoms: [quokkapay-42]\nlanguage: fr\napplies_to: [linux]\n---\nquokkapay\n\n![slip](slip.png)\n\n## Where quokkapay is\n\n[file](pay.pdf)", [Finance]),
        ("finance/slip.png", "quokkapay picture", [Finance]),
        ("finance/pay.pdf", "quokkapay file", [Finance]),
        ("finance/board.md", "---\naudience: [board]\n---\n# quokkaboard figures\n\nquokkaboard printer", [Finance, Board]),
        ("desk-notes.md", "---\naudience: [technicians]\nreviewed_on: 2026-11-05\n---\n# Printer, for the quokkadesk\n\nquokkadesk", [Technicians]),
        ("for-owners.md", "---\naudience: [owners]\n---\n# How to own a quokkaown printer\n\nquokkaown", [Owners])
    ];

    private const string Mixed =
        "---\ntitle: Printer with parts\nreviewed_on: 2026-10-05\n---\nFor all.\n\n:::only technicians\n## The quokkapart\n\n![part](part.png) quokkapart\n:::\n\n:::only finance\nquokkacost of the printer\n:::\n\n## End\n\nDone.";

    public static IEnumerable<(string Path, string Text)> Whole => Files.Select(file => (file.Path, file.Text));

    public static IEnumerable<(string Path, string Text)> SeenBy(Clearance clearance)
    {
        foreach (var (path, text, audiences) in Files.Where(file => file.For.All(clearance.Sees)))
            yield return (path, path == "open/mixed.md" ? Cut(clearance) : text);
    }

    // What a reader gets as the source is the file as it were without the rest.
    private static string Cut(Clearance clearance)
    {
        var body = Mixed[(Mixed.IndexOf("---\n", 4, StringComparison.Ordinal) + 4)..];
        return Mixed[..^body.Length] + OnlyBlocks.Of(body).Source([.. new[] { Technicians, Finance }.Where(audience => !clearance.Sees(audience))]);
    }
}
