using System.Globalization;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Says in plain words what keeps a form from being sent. An empty list means that <see cref="HelpRequest.Of"/> may trust it.</summary>
internal sealed class HelpCheck(Texts texts, SiteClock clock)
{
    public const int LongestWords = 20_000;
    public const int LongestName = 100;
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private const int MostTried = 100;
    private const int LongestTried = 300;

    public IReadOnlyList<FormError> Errors(HelpForm form, HelpContext context) =>
        [.. Words(form).Concat(Story(form, context)).Concat(Choices(form)).Concat(Reaching(form)).Concat(Deadline(form))
            .Select(wrong => new FormError(wrong.Field, texts[$"help.error.{wrong.Key}"])).Concat(Calling(form))];

    /// <summary>The instant of a datetime-local value in the site's time zone; null when it is not one.</summary>
    public static DateTimeOffset? Instant(string typed, TimeZoneInfo zone) =>
        DateTime.TryParseExact(typed, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : null;

    private static IEnumerable<(string Field, string Key)> Words(HelpForm form)
    {
        if (form.Problem.Length == 0) yield return ("problem", "problem");
        if (form.Problem.Length > LongestWords) yield return ("problem", "long");
        if (form.Name.Length > LongestName || form.Name.Any(char.IsControl)) yield return ("name", "name");
    }

    private static IEnumerable<(string Field, string Key)> Story(HelpForm form, HelpContext context)
    {
        if (form.Article.Length > 0 && context.Article is null) yield return ("problem", "article");
        else if (form.Article.Length > 0 && context.Revision is null) yield return ("card", "revision");
        if (form.Search.Any(id => context.Search(id) is null)) yield return ("problem", "search");
        if (form.Tried.Count > MostTried || form.Tried.Append(form.Failed).Any(tried => tried.Length > LongestTried)) yield return ("problem", "tried");
    }

    private static IEnumerable<(string Field, string Key)> Choices(HelpForm form)
    {
        if (!HelpChoices.Impact.Contains(form.Impact)) yield return ("impact-stopped", "impact");
        if (!HelpChoices.People.Contains(form.People)) yield return ("people-me", "people");
        if (!HelpChoices.Reach.Contains(form.Reach)) yield return ("reach-email", "reach");
    }

    private static IEnumerable<(string Field, string Key)> Reaching(HelpForm form)
    {
        if (form.Reach == HelpChoices.Email && !ContactAddress.IsEmail(form.Contact)) yield return ("contact", "email");
        else if (form.Reach == HelpChoices.Phone && !ContactAddress.IsPhone(form.Contact)) yield return ("contact", "phone");
        else if (!ContactAddress.IsOneLine(form.Contact)) yield return ("contact", "contact");
    }

    private IEnumerable<FormError> Calling(HelpForm form)
    {
        if (!form.Call.IsEmpty && form.Reach != HelpChoices.Phone) yield return new FormError("reach-phone", texts["help.error.callreach"]);
        else if (CallTime.Wrong(form.Call, clock) is { } wrong) yield return new FormError("call-from", texts[wrong]);
    }

    private IEnumerable<(string Field, string Key)> Deadline(HelpForm form)
    {
        if (form.Deadline.Length == 0) yield break;
        if (Instant(form.Deadline, clock.Zone) is not { } deadline) yield return ("deadline", "deadline");
        else if (deadline < clock.Now) yield return ("deadline", "past");
    }
}
