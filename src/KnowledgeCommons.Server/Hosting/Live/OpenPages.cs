namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Tells pages that are open that what they show has changed. It holds nothing but who listens: what was missed is read from the database again.
/// A page that cannot be taken any more works by reload.
/// </summary>
internal sealed class OpenPages
{
    public const int MostInAll = 2_000;
    private readonly Lock _door = new();
    private readonly Dictionary<string, List<PageWatch>> _byPage = [];
    private int _open;

    /// <summary>Listens until disposed; null when too many do: <paramref name="most"/> to this page, or too many in all.</summary>
    public PageWatch? Watch(string page, int most)
    {
        lock (_door)
        {
            var same = _byPage.GetValueOrDefault(page) ?? [];
            if (_open >= MostInAll || same.Count >= most) return null;
            var watch = new PageWatch(left => Leave(page, left));
            same.Add(watch);
            _byPage[page] = same;
            _open++;
            return watch;
        }
    }

    /// <summary>To be called after the commit.</summary>
    public void Tell(string page)
    {
        lock (_door)
            foreach (var watch in _byPage.GetValueOrDefault(page) ?? []) watch.Wake();
    }

    private void Leave(string page, PageWatch watch)
    {
        lock (_door)
        {
            if (!_byPage.TryGetValue(page, out var same) || !same.Remove(watch)) return;
            if (same.Count == 0) _byPage.Remove(page);
            _open--;
        }
    }
}
