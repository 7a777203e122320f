using KnowledgeCommons.Search.Lucene;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Directory = System.IO.Directory;

namespace KnowledgeCommons.Tests.Searching;

public sealed class LuceneSearchEngineTests : SearchEngineContractOfAudiences
{
    private string IndexPath => Path.Combine(Folder, "search.lucene");

    private protected override ISearchEngine Open(string folder) => SearchEngines.Open("Lucene", folder, NullLoggerFactory.Instance);

    [Fact]
    public async Task The_setting_chooses_it()
    {
        await using var site = await new TestSite().Write("a.md", "# Printer jam\n\nOpen the tray.").StartAsync("--Search:Engine=Lucene");
        Assert.IsType<LuceneSearchEngine>(site.Services.GetRequiredService<ISearchEngine>());
        await Eventually.HoldsAsync(async () => (await site.Client.GetStringAsync("/search?q=pritner")).Contains("Printer jam"));
        Assert.True(Directory.Exists(Path.Combine(site.Data, "search.lucene")));
    }

    public static TheoryData<string, Action<string>> Unusable => new()
    {
        { "no index", folder => Each(folder, file => File.WriteAllText(file, "no index at all")) },
        { "empty files", folder => Each(folder, file => File.WriteAllBytes(file, [])) },
        { "cut off", folder => Each(folder, file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)])) },
        { "a file is missing", folder => File.Delete(Largest(folder)) },
        { "overwritten in the middle", folder => Overwrite(Largest(folder)) },
        { "one bit turned", folder => TurnBit(Largest(folder)) },
        { "the commit overwritten", folder => Overwrite(Directory.GetFiles(folder, "segments_*").Single()) },
        { "another program's", folder => Commit(folder, []) },
        { "another schema", folder => Commit(folder, new() { ["schema"] = "0", ["version"] = "v1", ["topics"] = "[]" }) },
        { "without version", folder => Commit(folder, new() { ["schema"] = "1", ["topics"] = "[]" }) },
        { "without topics", folder => Commit(folder, new() { ["schema"] = "1", ["version"] = "v1" }) },
        { "odd topics", folder => Commit(folder, new() { ["schema"] = "1", ["version"] = "v1", ["topics"] = "[[1" }) }
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public Task A_folder_that_cannot_be_used_is_made_anew(string what, Action<string> spoil) => IsMadeAnewAsync(what, () => spoil(IndexPath));

    [Fact]
    public async Task What_a_stopped_machine_left_behind_is_no_hindrance_and_does_not_stay()
    {
        (await FilledAsync(Shelved.Article("a", "Printer", "Text.")) as IDisposable)?.Dispose();
        var left = Path.Combine(IndexPath, "_9.fdt");
        await File.WriteAllTextAsync(left, "half");
        var engine = Engine();
        Assert.Equal("v1", engine.Holds);
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("b", "Scanner", "Text.")]), CancellationToken.None);
        Assert.Equal(["a"], engine.Search(new("printer")).Slugs());
        Assert.Equal(["b"], engine.Search(new("scanner")).Slugs());
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_folder_in_which_somebody_else_writes_keeps_what_it_has()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."));
        using var directory = FSDirectory.Open(IndexPath);
        using (new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)))
            await Assert.ThrowsAnyAsync<IOException>(() => engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("b", "Printer", "Text.")]), CancellationToken.None));
        Assert.Equal("v1", engine.Holds);
        Assert.Equal(["a"], engine.Search(new("printer")).Slugs());
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("b", "Printer", "Text.")]), CancellationToken.None);
        Assert.Equal(2, engine.Search(new("printer")).Total);
    }

    [Fact]
    public async Task A_misspelt_word_is_corrected_after_a_restart_too()
    {
        (await FilledAsync(Shelved.Article("a", "Printer", "Text.")) as IDisposable)?.Dispose();
        var engine = Engine();
        await Eventually.HoldsAsync(() => Task.FromResult(engine.Search(new("pritner")).Corrected == "printer"));
    }

    [Fact]
    public async Task A_hundred_changes_leave_few_parts_and_right_numbers()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer", "Text."), Shelved.Article("b", "Scanner", "Text."));
        for (var n = 0; n < 100; n++) await engine.ApplyAsync(Shelved.Change($"c{n}", [Shelved.Article("a", $"Printer number{n}x", "Text.")]), CancellationToken.None);
        Assert.Equal(1, engine.Search(new("printer")).Total);
        Assert.Equal(0, engine.Search(new("number5x")).Total);
        Assert.Equal(["a"], engine.Search(new("number99x")).Slugs());
        Assert.InRange(Directory.GetFiles(IndexPath).Length, 2, 60);
    }

    private static void Each(string folder, Action<string> spoil) => Array.ForEach(Directory.GetFiles(folder), file => spoil(file));

    private static string Largest(string folder) => Directory.GetFiles(folder).MaxBy(file => new FileInfo(file).Length) ?? throw new IOException("no files");

    private static void Overwrite(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Array.Fill(bytes, (byte)0xA5, bytes.Length / 4, bytes.Length / 2);
        File.WriteAllBytes(file, bytes);
    }

    private static void TurnBit(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(file, bytes);
    }

    private static void Commit(string folder, Dictionary<string, string> data)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null));
        writer.SetCommitData(data);
        writer.Commit();
    }
}
