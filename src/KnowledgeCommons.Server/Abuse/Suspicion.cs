using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>
/// Whether something was probably sent by a machine: by how it came, never by its words, since an angry sentence is still a person's. Nothing is dropped for it; it is held
/// until a person has looked, or its sender has said that they are one.
/// </summary>
internal sealed class Suspicion(FormStamp stamp, CountsPerHour counts, ClientAddress clients, IOptions<AbuseOptions> options)
{
    /// <summary>The field that people cannot see.</summary>
    public const string Trap = "homepage";

    /// <summary>Why a case is suspicious, a key below abuse.why; null when it is not.</summary>
    public string? OfCase(HttpContext http, IFormCollection sent) => OfForm(sent) ?? Many(http, "cases", options.Value.CasesPerNetwork);

    /// <summary>Of a case that somebody sends who has not signed in where everybody else has.</summary>
    public string? OfCaseFromOutside(HttpContext http, IFormCollection sent) => OfForm(sent) ?? Many(http, "cases from outside", options.Value.CasesFromOutside);

    /// <summary>Of an answer about an article.</summary>
    public string? OfAnswer(HttpContext http, IFormCollection sent, string article) => OfForm(sent) ?? Many(http, $"answers {article}", options.Value.AnswersPerArticle);

    private string? OfForm(IFormCollection sent) =>
        sent[Trap] is [{ Length: > 0 }, ..] ? "trap"
        : stamp.AgeOf(sent[FormStamp.Field]) < options.Value.FastestForm ? "fast"
        : null;

    private string? Many(HttpContext http, string what, int most) =>
        most > 0 && clients.NetworkOf(http) is { } network && counts.Add($"{what} {network}") > most ? "many" : null;
}
