using System.Diagnostics;
using KnowledgeCommons.Content.Sources;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Sources;

public sealed class NewsTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.md")]
    [InlineData("new/folder/b.md")]
    public async Task A_change_in_a_watched_folder_is_news(string path)
    {
        using var source = Watched();
        await source.LookAsync();
        var news = source.WaitForNewsAsync(CancellationToken.None);
        Assert.False(news.IsCompleted);
        _folder.Write(path, "x");
        await news.WaitAsync(Soon);
        await SeenAsync(source, path);
    }

    [Fact]
    public async Task A_change_between_the_look_and_the_wait_is_not_missed()
    {
        using var source = Watched();
        await source.LookAsync();
        _folder.Write("a.md", "x");
        await Task.Delay(500);
        await source.WaitForNewsAsync(CancellationToken.None).WaitAsync(Soon);
    }

    [Fact]
    public async Task Many_changes_at_once_are_one_piece_of_news_and_an_endless_stream_does_not_hold_it_back()
    {
        // On a busy machine a stream has gaps that look like its end: then the next one is tried.
        using var source = Watched();
        var took = TimeSpan.Zero;
        for (var stream = 0; stream < 10 && took < TimeSpan.FromMilliseconds(700); stream++)
        {
            await source.LookAsync();
            took = await StreamAsync(source.WaitForNewsAsync(CancellationToken.None));
            Assert.True(took < Soon);
        }
        Assert.InRange(took, TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_folder_that_was_deleted_and_made_again_is_watched_again()
    {
        using var source = new FolderSource(_folder.Of("articles"), SourceReading.Hour, TimeProvider.System);
        _folder.Write("articles/a.md", "x");
        await source.LookAsync();
        Directory.Delete(_folder.Of("articles"), recursive: true);
        _folder.Write("articles/a.md", "x");
        await source.LookAsync();
        _folder.Write("articles/b.md", "x");
        await SeenAsync(source, "b.md");
    }

    [Fact]
    public async Task Without_any_sign_the_time_to_poll_comes()
    {
        var time = new FakeTimeProvider();
        using var source = new FolderSource(_folder.Path, TimeSpan.FromMinutes(1), time);
        await source.LookAsync();
        var news = source.WaitForNewsAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(news.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await news.WaitAsync(Soon);
    }

    [Fact]
    public async Task Waking_ends_the_wait_that_is_pending_and_else_the_next_one_and_only_that()
    {
        using var source = Watched();
        var news = source.WaitForNewsAsync(CancellationToken.None);
        source.Wake();
        await news.WaitAsync(Soon);

        source.Wake();
        source.Wake();
        await source.WaitForNewsAsync(CancellationToken.None).WaitAsync(Soon);
        Assert.False(source.WaitForNewsAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var source = Watched();
        using var cancel = new CancellationTokenSource();
        var news = source.WaitForNewsAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => news);
    }

    // The first news may come before all that belongs to it is there; then there is more.
    private static async Task SeenAsync(FolderSource source, string path)
    {
        while (!(await source.LookAsync()).Paths().Contains(path))
            await source.WaitForNewsAsync(CancellationToken.None).WaitAsync(Soon);
    }

    /// <summary>How long changes come until they are news.</summary>
    private async Task<TimeSpan> StreamAsync(Task news)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; !news.IsCompleted && clock.Elapsed < Soon; i++)
        {
            _folder.Write($"{i % 10}.md", $"{i}");
            await Task.Delay(20);
        }
        return clock.Elapsed;
    }

    private FolderSource Watched() => new(_folder.Path, SourceReading.Hour, TimeProvider.System);
}
