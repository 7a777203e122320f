using System.Globalization;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>When a form was shown, in a hidden field that nobody can make up.</summary>
internal sealed class FormStamp(SiteKey key, TimeProvider time)
{
    public const string Field = "shown";
    private const int LongestStamp = 64;

    public string Now() => Of(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>How long ago it was; null for anything that is no stamp of ours.</summary>
    public TimeSpan? AgeOf(string? sent) =>
        sent is { Length: > 0 and < LongestStamp } && sent.Split('.') is [var at, _]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) && SharedSecret.Fits(sent, Of(instant))
            ? time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(instant)
            : null;

    private string Of(long instant) => string.Create(CultureInfo.InvariantCulture, $"{instant}.{key.Secret($"form shown at {instant}")}");
}
