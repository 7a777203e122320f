namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Takes a day's counts into the week, leaving out disturbances and capping votes.</summary>
internal sealed class DayIntake(List<ArticleTrail> articles, List<TopicTrail> topics, SiteTrail site)
{
    private const float VoteShare = 0.25f;
    private const float VotesFree = 2;

    public void Take(int day, ReadOnlySpan<DayCounts> counts)
    {
        var usual = site.Weekdays.Usual(day);
        var episodes = 0.0;
        foreach (var count in counts)
        {
            topics[articles[count.Article].Topic].Today += count;
            episodes += count.Episodes;
        }
        foreach (var topic in topics)
            if (topic.Today.Episodes > 0 || topic.Today.Direct > 0)
                topic.LeftOutToday |= topic.Usual.Leaves(day, topic.Today, usual, SurgeRule.OfTopic);
        foreach (var count in counts) Take(day, count, usual);
        foreach (var topic in topics) (topic.Today, topic.LeftOutToday) = (default, false);
        if (episodes > 0) site.Weekdays.Learn(day, episodes);
    }

    private void Take(int day, in DayCounts counts, double usual)
    {
        var article = articles[counts.Article];
        var leftOut = article.LeftOutToday || topics[article.Topic].LeftOutToday || article.Usual.Leaves(day, counts, usual, SurgeRule.OfArticle);
        if (leftOut) article.IncidentDays++;
        else article.Week += Capped(counts);
    }

    /// <summary>On one day at most two votes, or a quarter of its episodes, count: nobody gives a page a name in an afternoon.</summary>
    private static DayCounts Capped(in DayCounts counts)
    {
        var votes = counts.Yes + counts.NotYet;
        var most = Math.Max(VotesFree, VoteShare * counts.Episodes);
        return votes <= most ? counts : counts with { Yes = counts.Yes * most / votes, NotYet = counts.NotYet * most / votes };
    }
}
