namespace KnowledgeCommons.Content.Sources;

/// <summary>
/// Calls back when something below a folder changed and it has been quiet for a moment, at the latest a second after the first change.
/// When watching is not possible (no more watches, a network drive) or has lost track, <see cref="IsAlive"/> is false and polling must do.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly FileSystemWatcher? _watcher;
    private long? _firstChange;

    public FolderWatch(string folder, TimeProvider time, Action changed)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Settle(changed), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = Start(folder);
    }

    public bool IsAlive { get; private set; } = true;

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    private FileSystemWatcher? Start(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, change) => Stir(change.Name);
            watcher.Created += (_, change) => Stir(change.Name);
            watcher.Deleted += (_, change) => Stir(change.Name);
            watcher.Renamed += (_, change) => { Stir(change.OldName); Stir(change.Name); };
            watcher.Error += (_, _) => { IsAlive = false; Stir(null); };
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (SystemException problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            IsAlive = false;
            watcher?.Dispose();
            return null;
        }
    }

    private void Stir(string? name)
    {
        if (name is not null && IsNoise(name))
            return;
        lock (_lock)
        {
            _firstChange ??= _time.GetTimestamp();
            var left = Longest - _time.GetElapsedTime(_firstChange.Value);
            _timer.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < Quiet ? left : Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    // Other hidden files may stand behind a link: a Kubernetes volume changes only its ..data.
    private static bool IsNoise(string name) =>
        name.Split(Path.DirectorySeparatorChar).Any(part => part is ".git" or "node_modules");

    private void Settle(Action changed)
    {
        lock (_lock)
            _firstChange = null;
        changed();
    }
}
