namespace KnowledgeCommons.Server.Escalations;

/// <summary>A call of /hooks/tickets/{source} as it arrived.</summary>
internal sealed record HookCall(IHeaderDictionary Headers, byte[] Body, DateTimeOffset Now)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The header's one value; empty when there is none or several.</summary>
    public string Header(string name) => Headers[name] is [{ } only] ? only : "";

    /// <summary>Whether a moment that the caller signed is near enough to now; an older call may be a replay.</summary>
    public bool IsFresh(DateTimeOffset signedAt) => (Now - signedAt).Duration() <= Tolerance;

    /// <summary>The same for Unix seconds.</summary>
    public bool IsFresh(string unixSeconds) =>
        unixSeconds.Length <= 12 && long.TryParse(unixSeconds, out var seconds) && seconds >= 0 && IsFresh(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
