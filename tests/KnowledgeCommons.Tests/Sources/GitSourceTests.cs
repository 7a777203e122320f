using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class GitSourceTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly GitRepository _repository = GitRepository.Init();

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Files_of_the_branch_are_listed_and_read_in_the_order_asked_for()
    {
        var commit = _repository.Write("b.md", "# B").Write("a/ü.md", "# Ü").Write("empty.md", "").Commit();
        using var source = Source();
        var snapshot = await source.LookAsync();
        Assert.Equal(commit, snapshot.Version);
        Assert.Equal(["a/ü.md", "b.md", "empty.md"], snapshot.Paths());
        Assert.Equal(["# Ü", "# B", ""], (await source.ReadAllAsync(snapshot)).Select(read => Encoding.UTF8.GetString(read.Bytes)));
        Assert.All(snapshot.Files, file => Assert.Equal(40, file.Hash.Length));
    }

    [Fact]
    public async Task What_is_not_committed_is_not_served()
    {
        _repository.Write("a.md", "committed").Commit();
        _repository.Write("a.md", "changed").Write("b.md", "new");
        using var source = Source();
        Assert.Equal("committed", Assert.Single(await source.TextsAsync(await source.LookAsync())).Value);
    }

    [Fact]
    public async Task A_pushed_commit_is_seen_by_the_next_look_and_an_old_snapshot_can_still_be_read()
    {
        using var bare = GitRepository.InitBare();
        _repository.Write("a.md", "one").Commit();
        _repository.Push(bare);
        using var source = Source(bare.Path);
        var first = await source.LookAsync();
        Assert.Same(first, await source.LookAsync());

        _repository.Write("a.md", "two").Commit();
        _repository.Push(bare);
        var second = await source.LookAsync();
        Assert.Equal(("one", "two"), ((await source.TextsAsync(first))["a.md"], (await source.TextsAsync(second))["a.md"]));
    }

    [Fact]
    public async Task A_rewritten_branch_is_followed()
    {
        _repository.Write("a.md", "one").Commit();
        _repository.Write("b.md", "two").Commit();
        using var source = Source();
        await source.LookAsync();
        _repository.Git("reset", "--quiet", "--hard", "HEAD~1");
        var commit = _repository.Write("c.md", "three").Commit(GitRepository.Grace);
        var snapshot = await source.LookAsync();
        Assert.Equal(commit, snapshot.Version);
        Assert.Equal(["a.md", "c.md"], snapshot.Paths());
        Assert.Equal("Grace Hopper", snapshot.Authorship["c.md"].FirstAuthor);
    }

    [Fact]
    public async Task Main_is_the_branch_when_there_is_one_else_what_HEAD_names()
    {
        using var other = GitRepository.Init("trunk");
        other.Write("a.md", "trunk").Commit();
        using (var source = Source(other.Path, clone: "one"))
            Assert.Equal("trunk", (await source.TextsAsync(await source.LookAsync()))["a.md"]);
        other.Git("checkout", "--quiet", "--detach");
        using (var source = Source(other.Path, clone: "two"))
            Assert.Equal("trunk", (await source.TextsAsync(await source.LookAsync()))["a.md"]);
        other.Git("branch", "main");
        other.Write("a.md", "detached").Commit();
        using (var source = Source(other.Path, clone: "three"))
            Assert.Equal("trunk", (await source.TextsAsync(await source.LookAsync()))["a.md"]);
    }

    [Fact]
    public async Task Another_branch_can_be_named_and_a_changed_setting_never_serves_the_old_one()
    {
        _repository.Write("a.md", "main").Commit();
        _repository.Git("checkout", "--quiet", "-b", "feature/x");
        _repository.Write("a.md", "feature").Commit();
        using var main = Source(branch: "main");
        Assert.Equal("main", (await main.TextsAsync(await main.LookAsync()))["a.md"]);
        using var feature = Source(branch: "feature/x");
        Assert.Null(await feature.LastKnownAsync(CancellationToken.None));
        Assert.Equal("feature", (await feature.TextsAsync(await feature.LookAsync()))["a.md"]);
    }

    [Fact]
    public async Task Paths_are_relative_to_the_folder_that_holds_the_articles()
    {
        _repository.Write("docs/kb/vpn/a.md", "x").Write("docs/kbx.md", "x").Write("b.md", "x").Commit();
        _repository.Move("b.md", "docs/kb/b.md").Move("docs/kb/vpn/a.md", "docs/kb/a.md").Commit(GitRepository.Grace);
        using var source = Source(folder: "/docs\\kb/");
        var snapshot = await source.LookAsync();
        Assert.Equal(["a.md", "b.md"], snapshot.Paths());
        Assert.Equal(new Dictionary<string, string> { ["vpn/a.md"] = "a.md" }, snapshot.Renames);
        Assert.Equal(["Ada Lovelace", "Ada Lovelace"], snapshot.Authorship.Values.Select(who => who.FirstAuthor));
    }

    [Fact]
    public async Task A_URL_is_cloned_as_a_path_is()
    {
        _repository.Write("a.md", "x").Commit();
        using var source = Source("file://" + _repository.Path);
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public async Task A_repository_that_names_objects_by_SHA256_is_served_too()
    {
        using var sha256 = new TempFolder();
        _repository.Git("init", "--quiet", "--object-format=sha256", "--initial-branch=main", sha256.Path);
        sha256.Write("a.md", "x");
        _repository.Git("-C", sha256.Path, "add", "--all");
        _repository.Git("-C", sha256.Path, "commit", "--quiet", "-m", "x");
        using var source = Source(sha256.Path);
        var snapshot = await source.LookAsync();
        Assert.Equal(64, snapshot.Version.Length);
        Assert.Equal("x", (await source.TextsAsync(snapshot))["a.md"]);
    }

    [Fact]
    public async Task Links_submodules_hidden_and_large_files_follow_the_rules_of_folders()
    {
        _repository.Write("a.md", "x").Write(".github/x.md", "x").Write("con.md", "x").Write("big.md", new byte[(5 * 1024 * 1024) + 1]);
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "link.md"), "/etc/passwd");
        var commit = _repository.Commit();
        _repository.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},sub");
        _repository.Git("commit", "--quiet", "-m", "x");
        using var source = Source();
        var snapshot = await source.LookAsync();
        Assert.Equal(["a.md", "con.md"], snapshot.Paths());
        Assert.Equal(["file-too-large", "unportable-name", "symlink-not-followed", "submodule-not-followed"], snapshot.Rules());
    }

    [Fact]
    public async Task An_unreachable_repository_throws_and_what_was_fetched_before_is_still_known()
    {
        var bare = GitRepository.InitBare();
        _repository.Write("a.md", "x").Commit(GitRepository.Grace);
        _repository.Push(bare);
        using (var source = Source(bare.Path))
            await source.LookAsync();
        bare.Dispose();

        using var restarted = Source(bare.Path);
        await Assert.ThrowsAsync<ContentSourceException>(() => restarted.LookAsync());
        var known = await restarted.LastKnownAsync(CancellationToken.None);
        Assert.NotNull(known);
        Assert.Equal("x", (await restarted.TextsAsync(known))["a.md"]);
        Assert.Equal("Grace Hopper", known.Authorship["a.md"].LastAuthor);
    }

    [Fact]
    public async Task Nothing_is_known_before_the_first_fetch()
    {
        using var source = Source();
        Assert.Null(await source.LastKnownAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_clone_that_is_deleted_while_we_run_is_made_anew()
    {
        _repository.Write("a.md", "x").Commit();
        using var source = Source();
        await source.LookAsync();
        Directory.Delete(_data.Of("clone"), recursive: true);
        await Assert.ThrowsAsync<ContentSourceException>(() => source.LookAsync());
        Assert.Equal("x", (await source.TextsAsync(await source.LookAsync()))["a.md"]);
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_git_does_not_stay_in_the_way()
    {
        _repository.Write("a.md", "x").Commit();
        using (var source = Source())
            await source.LookAsync();
        var reference = Assert.Single(Directory.GetFiles(_data.Of("clone/refs/content")));
        File.WriteAllText(reference + ".lock", "");
        var commit = _repository.Write("a.md", "y").Commit();
        using var restarted = Source();
        Assert.Equal(commit, (await restarted.LookAsync()).Version);
    }

    [Fact]
    public async Task Many_files_are_read_without_both_sides_waiting_for_each_other()
    {
        for (var i = 0; i < 5000; i++)
            _repository.Write($"{i:0000}.md", $"{i} " + new string('x', 200));
        _repository.Write("long.md", new string('y', 10_000)).Commit();
        using var source = Source();
        var snapshot = await source.LookAsync();
        // Asking 20 times over makes the questions larger than any pipe.
        var asked = Enumerable.Repeat(snapshot.Files, 20).SelectMany(files => files).ToList();
        var count = 0;
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, asked, CancellationToken.None))
            Assert.Equal((asked[count++].Path, file.Size), (file.Path, bytes.Length));
        Assert.Equal(asked.Count, count);
    }

    private GitSource Source(string? repository = null, string? branch = null, string? folder = null, string clone = "clone") =>
        new(repository ?? _repository.Path, branch, folder, _data.Of(clone), SourceReading.Hour, TimeProvider.System);
}
