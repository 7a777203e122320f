using FsCheck.Xunit;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Tests.Health.Model;

public sealed class HealthModelTests
{
    private static readonly DateOnly Monday = new(2024, 1, 1);
    private static readonly WorldSettings Town = new() { Articles = 60, Topics = 4, EpisodesPerWeek = 1500, Weeks = 20, BadShare = 0.15 };

    [Fact]
    public void A_page_that_sends_twice_as_many_people_back_is_flagged_and_its_neighbours_are_not()
    {
        var model = Village();
        var changes = Live(model, 12 * 7, (article, _) => article == 0 ? (8, 1.2f, 0.9f) : (8, 0.3f, 0.1f));
        var flagged = Assert.Single(changes, change => change.To == HealthState.Flagged);
        Assert.Equal((0, TransitionCause.Evidence), (flagged.Article, flagged.Cause));
        Assert.True(model.EstimateOf(0).Bad > 0.8);
        Assert.True(model.EstimateOf(1).Bad < 0.2);
    }

    [Fact]
    public void A_hard_topic_whose_callers_do_not_name_the_page_is_not_the_pages_fault()
    {
        var model = Village();
        Live(model, 20 * 7, (article, _) => article == 0 ? (8, 0.9f, 0.15f) : (8, 0.3f, 0.14f));
        Assert.NotEqual(HealthState.Flagged, model.StateOf(0));
        Assert.True(model.EstimateOf(0).Hard > model.EstimateOf(0).Bad);
    }

    [Fact]
    public void Votes_alone_never_flag()
    {
        var model = Village();
        for (var day = 0; day < 20 * 7; day++)
            model.Advance(Monday.AddDays(day), [.. Enumerable.Range(0, 10).Select(a => new DayCounts { Article = a, Episodes = 8, NotYet = a == 0 ? 8 : 0, Yes = a == 0 ? 0 : 1 })], []);
        Assert.NotEqual(HealthState.Flagged, model.StateOf(0));
    }

    [Fact]
    public void A_few_days_on_which_a_product_was_broken_are_left_out_and_counted()
    {
        var model = Village();
        Live(model, 10 * 7, (article, day) => article == 0 && day is >= 60 and < 63 ? (40, 12, 0) : (8, 0.3f, 0.1f), (article, day) => article == 0 && day is >= 60 and < 63 ? 6 : 0);
        Assert.Equal(3, model.EstimateOf(0).IncidentDays);
        Assert.True(model.EstimateOf(0).Bad < 0.3);
    }

    [Fact]
    public void A_declared_disturbance_is_left_out()
    {
        var (with, without) = (Village(), Village());
        Live(with, 70, (article, day) => article == 0 && day == 40 ? (8, 6, 6) : (8, 0.3f, 0.1f), events: (day => day == 40 ? [new HealthEvent(HealthEventKind.Incident, 0)] : []));
        Live(without, 70, (article, day) => article == 0 && day == 40 ? (8, 6, 6) : (8, 0.3f, 0.1f));
        Assert.True(with.EstimateOf(0).Failed < without.EstimateOf(0).Failed - 5);
    }

    [Fact]
    public void Evidence_that_comes_late_gives_the_same_state_as_if_it_had_come_in_time()
    {
        var days = Days(seed: 5);
        var late = days[100][0] with { Failed = days[100][0].Failed + 2, Reasons = 2, PageReasons = 2 };
        var (model, saved) = (Entered(), new MemoryStream());
        for (var day = 0; day < days.Length; day++)
        {
            model.Advance(Monday.AddDays(day), days[day], []);
            if (day == 97) model.Save(saved);
        }
        days[100][0] = late;
        var again = HealthModel.Load(new MemoryStream(saved.ToArray()), new HealthSettings());
        for (var day = 98; day < days.Length; day++) again.Advance(Monday.AddDays(day), days[day], []);
        AssertSame(Advanced(days), again);
    }

    [Property(MaxTest = 5)]
    public void The_order_of_articles_within_a_day_does_not_matter(byte seed)
    {
        var days = Days(seed);
        AssertSame(Advanced(days), Advanced([.. days.Select(day => day.Reverse().ToArray())]), 1e-5);
    }

    [Fact]
    public void Quiet_days_may_be_left_out()
    {
        var days = Days(seed: 3);
        for (var day = 50; day < 80; day++) days[day] = [];
        var (all, some) = (Advanced(days), Entered());
        for (var day = 0; day < days.Length; day++) if (days[day].Length > 0) some.Advance(Monday.AddDays(day), days[day], []);
        AssertSame(all, some);
    }

    [Fact]
    public void What_was_seen_since_is_told_at_once_and_changes_nothing()
    {
        var model = Village();
        Live(model, 70, (_, _) => (8, 0.3f, 0.1f));
        var before = model.EstimateOf(0);
        Assert.True(model.EstimateOf(0, new DayCounts { Article = 0, Episodes = 5, Failed = 4, Reasons = 4, PageReasons = 4 }).Bad > before.Bad);
        Assert.Equal(before, model.EstimateOf(0));
    }

    [Fact]
    public void A_day_comes_once_and_in_its_order_and_only_of_known_articles()
    {
        var model = Village();
        model.Advance(Monday, [], []);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Advance(Monday, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Advance(Monday.AddDays(1), [new DayCounts { Article = 99 }], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Advance(Monday.AddDays(1), [new DayCounts { Article = -1 }], []));
        Assert.Equal(Monday, model.LastDay);
    }

    [Fact]
    public void What_is_no_saved_state_is_refused_by_name()
    {
        Assert.Throws<InvalidDataException>(() => HealthModel.Load(new MemoryStream([1, 2, 3, 4, 5]), new HealthSettings()));
        Assert.Throws<InvalidDataException>(() => HealthModel.Load(new MemoryStream([]), new HealthSettings()));
        var model = Village();
        model.Advance(Monday, [], []);
        Assert.Throws<InvalidOperationException>(() => model.Save(new MemoryStream()));
    }

    private static HealthModel Village()
    {
        var model = new HealthModel(new HealthSettings());
        for (var article = 0; article < 10; article++) model.Enter(topic: 0);
        return model;
    }

    private static List<Transition> Live(HealthModel model, int days, Func<int, int, (float Episodes, float Failed, float Page)> seen,
        Func<int, int, float>? direct = null, Func<int, HealthEvent[]>? events = null)
    {
        List<Transition> changes = [];
        for (var day = 0; day < days; day++)
        {
            DayCounts[] counts = [.. Enumerable.Range(0, model.Articles).Select(article => Counts(article, seen(article, day), direct?.Invoke(article, day) ?? 0))];
            changes.AddRange(model.Advance(Monday.AddDays(day), counts, events?.Invoke(day) ?? []));
        }
        return changes;
    }

    private static DayCounts Counts(int article, (float Episodes, float Failed, float Page) seen, float direct) => new()
    {
        Article = article,
        Episodes = seen.Episodes,
        Failed = seen.Failed,
        FirstFailures = seen.Failed,
        Reasons = seen.Failed,
        PageReasons = seen.Page,
        Direct = direct
    };

    private static DayCounts[][] Days(int seed)
    {
        var (world, sightings) = (new World(Town, seed), new Sightings(Town.Articles));
        return [.. Enumerable.Range(0, Town.Weeks * 7).Select(day => sightings.Of(world.Live(day)).ToArray())];
    }

    private static HealthModel Entered()
    {
        var model = new HealthModel(new HealthSettings());
        for (var article = 0; article < Town.Articles; article++) model.Enter(article % Town.Topics);
        return model;
    }

    private static HealthModel Advanced(DayCounts[][] days)
    {
        var model = Entered();
        for (var day = 0; day < days.Length; day++) model.Advance(Monday.AddDays(day), days[day], []);
        return model;
    }

    private static void AssertSame(HealthModel one, HealthModel other, double within = 0)
    {
        for (var article = 0; article < one.Articles; article++)
        {
            Assert.Equal(one.EstimateOf(article).Bad, other.EstimateOf(article).Bad, within);
            Assert.Equal(one.EstimateOf(article).Fault, other.EstimateOf(article).Fault, Math.Max(within, 1e-300));
            Assert.Equal(one.StateOf(article), other.StateOf(article));
        }
    }
}
