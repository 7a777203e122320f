using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>Follows one method through a world and counts what it found and what it accused wrongly.</summary>
internal sealed class Detection(World world, Method method)
{
    private readonly BadEpisode?[] _open = new BadEpisode?[world.Articles.Count];
    private readonly bool[] _everFlagged = new bool[world.Articles.Count];
    private readonly List<BadEpisode> _episodes = [];

    public Method Method => method;
    public int Hits { get; private set; }
    public int FalseFlags { get; private set; }
    public int Flags { get; private set; }
    public IReadOnlyList<BadEpisode> Episodes => _episodes;
    public int Healthy => world.Articles.Count(article => article.IsOrdinary);

    public void Live(SimulatedDay day)
    {
        foreach (var article in world.Articles)
        {
            if (!article.IsBad)
            {
                _open[article.Number] = null;
                continue;
            }
            var episode = _open[article.Number] ??= Begin();
            episode.Days++;
            episode.Avoidable += day.Avoidable[article.Number];
            if (episode.AtFlag is not null) episode.AvoidableAfter += day.Avoidable[article.Number];
        }
        foreach (var contact in day.Contacts)
            if (_open[contact.Article] is { } episode) episode.Failed++;
    }

    public void Judge()
    {
        foreach (var article in world.Articles)
        {
            if (!method.Flags(article.Number)) continue;
            if (_open[article.Number] is { AtFlag: null } episode) episode.AtFlag = (episode.Avoidable, episode.Failed, episode.Days);
            if (_everFlagged[article.Number]) continue;
            _everFlagged[article.Number] = true;
            Flags++;
            if (article.IsBad) Hits++;
            if (article.IsOrdinary) FalseFlags++;
        }
    }

    private BadEpisode Begin()
    {
        var episode = new BadEpisode();
        _episodes.Add(episode);
        return episode;
    }
}
