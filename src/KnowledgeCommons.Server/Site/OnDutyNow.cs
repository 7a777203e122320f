namespace KnowledgeCommons.Server.Site;

/// <summary>Somebody who can be asked right now: their name, their phone if they have one, and a sentence that says when they begin if they do not work now.</summary>
internal sealed record PersonToAsk(string Name, string? Phone, string? PhoneUrl, string? Opens);

/// <summary>Who that is at the moment; for pages that have to turn somebody away and must not leave them alone.</summary>
internal sealed class OnDutyNow(Func<PersonToAsk> ask)
{
    public PersonToAsk Ask() => ask();
}
