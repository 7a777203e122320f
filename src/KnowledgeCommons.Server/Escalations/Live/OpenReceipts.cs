namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Tells pages that are open that their case has changed. It holds nothing but who listens: what was missed is read from the database again.
/// A page that cannot be taken any more works by reload.
/// </summary>
internal sealed class OpenReceipts
{
    public const int MostPerCase = 8;
    public const int MostInAll = 2_000;
    private readonly Lock _door = new();
    private readonly Dictionary<string, List<CaseWatch>> _byCase = [];
    private int _open;

    /// <summary>Listens until disposed; null when too many do.</summary>
    public CaseWatch? Watch(string caseId)
    {
        lock (_door)
        {
            var same = _byCase.GetValueOrDefault(caseId) ?? [];
            if (_open >= MostInAll || same.Count >= MostPerCase) return null;
            var watch = new CaseWatch(left => Leave(caseId, left));
            same.Add(watch);
            _byCase[caseId] = same;
            _open++;
            return watch;
        }
    }

    /// <summary>To be called after the commit.</summary>
    public void Tell(string caseId)
    {
        lock (_door)
            foreach (var watch in _byCase.GetValueOrDefault(caseId) ?? []) watch.Wake();
    }

    private void Leave(string caseId, CaseWatch watch)
    {
        lock (_door)
        {
            if (!_byCase.TryGetValue(caseId, out var same) || !same.Remove(watch)) return;
            if (same.Count == 0) _byCase.Remove(caseId);
            _open--;
        }
    }
}
