using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>
/// Whether something was probably sent by a machine: by how it came, never by its words, since an angry sentence is still a person's. Nothing is dropped for it; it is held
/// until a person has looked, or its sender has said that they are one.
/// </summary>
internal sealed class Suspicion(FormStamp stamp, ClientAddress clients, IOptions<AbuseOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly NumberedTries? _cases = PerHour(options.Value.CasesPerNetwork, time);
    private readonly NumberedTries? _casesFromOutside = PerHour(options.Value.CasesFromOutside, time);
    private readonly NumberedTries? _answers = PerHour(options.Value.AnswersPerArticle, time);

    /// <summary>The field that people cannot see.</summary>
    public const string Trap = "homepage";

    /// <summary>Why a case is suspicious, a key below abuse.why; null when it is not.</summary>
    public string? OfCase(HttpContext http, IFormCollection sent) => OfForm(sent) ?? Many(http, _cases);

    /// <summary>Of a case that somebody sends who has not signed in where everybody else has.</summary>
    public string? OfCaseFromOutside(HttpContext http, IFormCollection sent) => OfForm(sent) ?? Many(http, _casesFromOutside);

    /// <summary>Of an answer about an article.</summary>
    public string? OfAnswer(HttpContext http, IFormCollection sent, string article) => OfForm(sent) ?? Many(http, _answers, article);

    /// <summary>
    /// Of "this affects me too". However many come from one network, each is believed: that a whole building is affected at once is what a known issue is.
    /// </summary>
    public string? OfTap(IFormCollection sent) => OfForm(sent);

    private string? OfForm(IFormCollection sent) =>
        sent[Trap] is [{ Length: > 0 }, ..] ? "trap"
        : stamp.AgeOf(sent[FormStamp.Field]) < options.Value.FastestForm ? "fast"
        : null;

    private string? Many(HttpContext http, NumberedTries? tries, string about = "") =>
        tries is not null && clients.NetworkOf(http) is { } network && !tries.Take($"{about} {network}") ? "many" : null;

    // Null where there is no limit.
    private static NumberedTries? PerHour(int most, TimeProvider time) => most == 0 ? null : new NumberedTries(time, most, mostAtOnce: 2 * most, Hour / most);
}
