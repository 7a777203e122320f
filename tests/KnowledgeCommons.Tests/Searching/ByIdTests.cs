using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class ByIdTests
{
    [Fact]
    public void A_state_stays_what_it_is_when_articles_come_and_go()
    {
        var random = new Random(1);
        var (now, expected) = (ById<string>.None, new Dictionary<long, string>());
        List<(ById<string> State, Dictionary<long, string> Holds)> states = [];
        for (var change = 0; change < 60; change++)
        {
            long[] removed = [.. expected.Keys.Order().Where(_ => random.Next(8) == 0), 4_000_000_000];
            KeyValuePair<long, string>[] added = [.. Enumerable.Range(0, 20).Select(_ => KeyValuePair.Create(random.NextInt64(2_000), $"in change {change}"))];
            now = now.With(removed, added);
            expected = expected.Where(each => !removed.Contains(each.Key)).ToDictionary();
            foreach (var (id, value) in added) expected[id] = value;
            states.Add((now, expected));
        }
        foreach (var (state, holds) in states)
        {
            Assert.Equal(holds.Count, state.Count);
            Assert.All(Enumerable.Range(0, 2_100), id => Assert.Equal(holds.GetValueOrDefault(id), state[id]));
        }
    }

    [Fact]
    public void A_changed_article_costs_a_few_kilobytes_in_a_library_of_fifty_thousand()
    {
        var large = FieldLengths.None.With([], [.. Enumerable.Range(1, 50_000).Select(id => KeyValuePair.Create((long)id, (id % 7, id % 900)))]);
        var facts = IndexFacts.None.With([], [.. Enumerable.Range(1, 50_000).Select(id => KeyValuePair.Create((long)id, Facet($"{id}")))], []);
        Change(7);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Change(4_711);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);

        void Change(long article)
        {
            large = large.With([article], [KeyValuePair.Create(article + 50_000, (3, 100))]);
            facts = facts.With([article], [KeyValuePair.Create(article + 50_000, Facet($"{article}"))], []);
        }
    }

    [Fact]
    public void Facts_after_changes_are_those_of_a_library_read_anew()
    {
        KeyValuePair<long, Facet>[] first = [.. Enumerable.Range(1, 9).Select(id => KeyValuePair.Create((long)id, Facet($"{id}")))];
        KeyValuePair<long, Facet>[] later = [KeyValuePair.Create(10L, new Facet("2", "other", ["ios"], "de")), KeyValuePair.Create(11L, Facet("20"))];
        (string, string)[] topics = [("other", "Other"), ("0", "Nought")];
        var changed = IndexFacts.None.With([], first, []).With([2, 3], later, topics);
        var anew = IndexFacts.None.With([], [.. first.Where(each => each.Key is not (2 or 3)), .. later], topics);

        Assert.Equivalent(anew.Scope, changed.Scope, strict: true);
        Assert.Equal((9L, 11L, true, (long?)10, (long?)null), (changed.Articles, changed.LastId, changed.HasGerman, changed.IdOf("2"), changed.IdOf("3")));
        Assert.Null(changed.Facet(2));
        Assert.Equal("other", changed.Scope.Topics[0].Key);
    }

    private static Facet Facet(string uid) => new(uid, $"{uid.Length % 2}", uid.Length > 3 ? ["windows"] : [], "en");
}
