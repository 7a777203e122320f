using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>What our own counting sees of a simulated day: the numbers the estimator is given.</summary>
internal sealed class Sightings(int articles)
{
    private readonly DayCounts[] _all = new DayCounts[articles];
    private readonly List<DayCounts> _seen = [];

    /// <summary>The counts of all articles of which anything was seen. The list is used again for the next day.</summary>
    public List<DayCounts> Of(SimulatedDay day)
    {
        for (var article = 0; article < _all.Length; article++) _all[article] = Quiet(day, article);
        foreach (var contact in day.Contacts)
            if (contact.CountedFor >= 0) Add(ref _all[contact.CountedFor], contact);
        _seen.Clear();
        foreach (var counts in _all)
            if (counts != new DayCounts { Article = counts.Article }) _seen.Add(counts);
        return _seen;
    }

    private static DayCounts Quiet(SimulatedDay day, int article) => new()
    {
        Article = article,
        Episodes = day.Episodes[article],
        Yes = day.Yes[article],
        NotYet = day.NotYet[article] + day.StuffedByMany[article],
        Direct = day.Direct[article]
    };

    private static void Add(ref DayCounts counts, in SimulatedContact contact)
    {
        var weight = (float)contact.Weight;
        counts = counts with
        {
            Failed = counts.Failed + weight,
            FirstFailures = counts.FirstFailures + (weight >= 0.5f ? 1 : 0),
            Reasons = counts.Reasons + (contact.SaysPage is null ? 0 : weight),
            PageReasons = counts.PageReasons + (contact.SaysPage is true ? weight : 0),
            Repeats = counts.Repeats + contact.Calls - 1
        };
    }
}
