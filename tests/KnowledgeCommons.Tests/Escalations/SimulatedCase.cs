using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>What a simulated case turned out like, judged by its story alone and by the working times written in the file of people.</summary>
internal sealed record SimulatedCase(Story Story, People People, Rota Rota)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private CaseEventRow Opened => Story.Events[0];

    /// <summary>A person's first word to the reader.</summary>
    private CaseEventRow? Answered => Story.Events.FirstOrDefault(entry => entry.Kind == CaseEventRow.Answered);

    private IEnumerable<CaseEventRow> Promised => Story.Events.Where(entry => entry.PromiseBy is not null && entry.IsPrivate == 0);

    public IEnumerable<(DateTimeOffset Missed, DateTimeOffset At)> Apologies =>
        Story.Events.Where(entry => entry.Kind == CaseEventRow.Apologised).Select(entry => (entry.Missed.GetValueOrDefault(), entry.At));

    public bool KeptTheFirst => Answered?.At <= Opened.PromiseBy;
    public bool WasPassedOn => Story.Events.Any(entry => entry.Kind == CaseEventRow.PassedOn);
    public string Zone => Working(Opened.Whom)?.Zone.Id ?? "";

    /// <summary>
    /// Promises that stood when their time came, neither kept nor replaced before, and for which within a minute neither an apology nor the word itself came.
    /// </summary>
    public IEnumerable<DateTimeOffset> Unexcused
    {
        get
        {
            var told = Promised.ToList();
            return from index in Enumerable.Range(0, told.Count)
                   let due = told[index].PromiseBy.GetValueOrDefault()
                   where index + 1 == told.Count || told[index + 1].At >= due
                   where !(Answered?.At <= due + Minute) && !Apologies.Any(apology => apology.Missed == due && apology.At <= due + Minute)
                   select due;
        }
    }

    /// <summary>What should not be, in words; empty when all is well.</summary>
    public string Objections()
    {
        var wrong = new List<string>();
        if (People.Find(Story.Case.Owner) is null or { IsTeam: true } || Story.Case.OwnerName.Length == 0) wrong.Add("nobody in person has it");
        if (Opened.Whom is null) wrong.Add("nobody was named");
        if (Answered is null) wrong.Add("nobody answered");
        var keeper = Opened.Whom;
        foreach (var entry in Story.Events.Where(entry => entry.IsPrivate == 0))
        {
            if (entry.Kind == CaseEventRow.PassedOn) keeper = entry.Whom;
            if (entry.PromiseBy is { } by && Working(keeper)?.Admits(by) != true) wrong.Add($"{keeper} does not work at {by:o}");
        }
        return string.Join("; ", wrong.Select(complaint => $"{Story.Case.Label}: {complaint}"));
    }

    private WorkingTime? Working(string? name) =>
        People.ByKey.Values.FirstOrDefault(person => person.Name == name) is { } person ? Rota.TimeOf(person, WeeklyHours.Always) : null;
}
