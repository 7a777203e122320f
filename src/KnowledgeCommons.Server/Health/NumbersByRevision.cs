using System.Runtime.InteropServices;

namespace KnowledgeCommons.Server.Health;

/// <summary>Puts together what several questions found about the same revisions.</summary>
internal sealed class NumbersByRevision
{
    public Dictionary<(string Article, string Revision), RevisionNumbers> All { get; } = [];

    public void Answered(IEnumerable<RevisionNumbers> rows)
    {
        foreach (var row in rows)
            Of(row.Article, row.Revision) = row with { Attempts = row.Fixed + row.Partly + row.NotFixed + row.CameBack };
    }

    /// <summary>After <see cref="Answered"/>: a contact is an attempt unless its reader's answer already is one.</summary>
    public void Contacted(IEnumerable<ContactCount> rows)
    {
        foreach (var row in rows)
        {
            ref var known = ref Of(row.Article, row.Revision);
            known = known with { Contacts = row.Contacts, Contacted = row.Contacted, Attempts = known.Attempts + row.Silent };
        }
    }

    public void CameAgain(IEnumerable<RepeatContact> rows)
    {
        foreach (var some in rows.GroupBy(repeat => (repeat.Article, repeat.Revision)))
        {
            ref var known = ref Of(some.Key.Article, some.Key.Revision);
            known = known with { Repeats = [.. some] };
        }
    }

    public void Read(IEnumerable<RevisionNumbers> rows)
    {
        foreach (var row in rows)
        {
            ref var known = ref Of(row.Article, row.Revision);
            known = known with { Readers = row.Readers };
        }
    }

    private ref RevisionNumbers Of(string article, string revision)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(All, (article, revision), out var exists);
        if (!exists) known = RevisionNumbers.None(article, revision);
        return ref known!; // just filled where it was missing
    }
}
