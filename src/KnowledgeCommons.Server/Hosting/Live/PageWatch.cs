using System.Threading.Channels;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>One open page. News that come while it is busy become one, so that a slow reader costs no memory.</summary>
internal sealed class PageWatch(Action<PageWatch> leave) : IDisposable
{
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _news.Writer.TryWrite(true);

    /// <summary>Returns when there were news since the last time or, without any, after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancel)
    {
        using var pause = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancel);
        Task news = _news.Reader.ReadAsync(either.Token).AsTask();
        await news.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => leave(this);
}
