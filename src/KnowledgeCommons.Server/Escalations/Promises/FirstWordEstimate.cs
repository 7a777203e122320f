namespace KnowledgeCommons.Server.Escalations;

/// <summary>How long one reader waited for the first word, in the working time of who gave it. Band: see <see cref="FirstWordEstimate"/>.</summary>
internal readonly record struct FirstWord(string Topic, int Band, TimeSpan Work);

/// <summary>
/// Within how much working time four of five readers get the first word. The day has four bands of six hours. What is measured for a topic and band is
/// shrunk to the topic's estimate, that to the site's, and that to the default: (n × measured + 10 × prior) / (n + 10), where measured is the nearest-rank
/// 80 % quantile of n readers. So ten readers count as much as what was believed before, and a hundred nearly alone.
/// </summary>
internal sealed class FirstWordEstimate
{
    public const double Share = 0.8;
    public const int PriorWeight = 10;
    public const int HoursOfBand = 6;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);
    private readonly TimeSpan _site;
    private readonly Dictionary<string, TimeSpan> _byTopic;
    private readonly Dictionary<(string, int), TimeSpan> _byBand;

    public FirstWordEstimate(IReadOnlyCollection<FirstWord> measured, TimeSpan otherwise)
    {
        _site = Shrunk(measured, otherwise);
        _byTopic = measured.GroupBy(word => word.Topic).ToDictionary(topic => topic.Key, topic => Shrunk([.. topic], _site));
        _byBand = measured.GroupBy(word => (word.Topic, word.Band)).ToDictionary(band => band.Key, band => Shrunk([.. band], _byTopic[band.Key.Topic]));
    }

    public TimeSpan Of(string topic, int band) =>
        (_byBand.TryGetValue((topic, band), out var own) ? own : _byTopic.GetValueOrDefault(topic, _site)) is var work && work > Least ? work : Least;

    private static TimeSpan Shrunk(IReadOnlyCollection<FirstWord> measured, TimeSpan prior)
    {
        if (measured.Count == 0) return prior;
        TimeSpan[] all = [.. measured.Select(word => word.Work).Order()];
        var quantile = all[(int)Math.Ceiling(Share * all.Length) - 1];
        return ((quantile * all.Length) + (prior * PriorWeight)) / (all.Length + PriorWeight);
    }
}
