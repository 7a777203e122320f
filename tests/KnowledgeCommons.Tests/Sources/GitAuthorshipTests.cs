using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class GitAuthorshipTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2024, 3, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private readonly TempFolder _data = new();
    private readonly GitRepository _repository = GitRepository.Init();
    private int _clones;

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task First_author_and_last_change_come_from_history()
    {
        _repository.Write("a.md", "one").Commit(GitRepository.Ada, Monday);
        _repository.Write("a.md", "two").Commit(GitRepository.Grace, Tuesday);
        _repository.Write("b.md", "other").Commit(GitRepository.Ada, Friday);
        Assert.Equal(new Authorship("Ada Lovelace", Monday, "Grace Hopper", Tuesday), (await LookAsync()).Authorship["a.md"]);
    }

    [Fact]
    public async Task A_rename_keeps_the_first_author_and_every_former_path_leads_to_the_present_one()
    {
        _repository.Write("a.md", Text("a")).Commit(GitRepository.Ada, Monday);
        _repository.Move("a.md", "b.md").Commit(GitRepository.Grace, Tuesday);
        _repository.Move("b.md", "topic/c.md").Write("topic/c.md", Text("a") + "more\n").Commit(GitRepository.Grace, Friday);
        var snapshot = await LookAsync();
        Assert.Equal(new Authorship("Ada Lovelace", Monday, "Grace Hopper", Friday), snapshot.Authorship["topic/c.md"]);
        Assert.Equal(new Dictionary<string, string> { ["a.md"] = "topic/c.md", ["b.md"] = "topic/c.md" }, snapshot.Renames);
    }

    [Fact]
    public async Task A_former_path_that_is_a_file_again_is_not_a_rename()
    {
        _repository.Write("a.md", Text("a")).Commit();
        _repository.Move("a.md", "b.md").Commit();
        _repository.Write("a.md", Text("something else")).Commit(GitRepository.Grace, Friday);
        var snapshot = await LookAsync();
        Assert.Empty(snapshot.Renames);
        Assert.Equal(("Grace Hopper", "Ada Lovelace"), (snapshot.Authorship["a.md"].FirstAuthor, snapshot.Authorship["b.md"].FirstAuthor));
    }

    [Fact]
    public async Task A_file_renamed_there_and_back_is_where_it_was()
    {
        _repository.Write("a.md", Text("a")).Commit();
        _repository.Move("a.md", "b.md").Commit();
        _repository.Move("b.md", "a.md").Commit(GitRepository.Grace);
        var snapshot = await LookAsync();
        Assert.Equal(new Dictionary<string, string> { ["b.md"] = "a.md" }, snapshot.Renames);
        Assert.Equal("Ada Lovelace", snapshot.Authorship["a.md"].FirstAuthor);
    }

    [Fact]
    public async Task A_file_deleted_and_written_anew_starts_anew_and_inherits_no_former_path()
    {
        _repository.Write("a.md", Text("a")).Commit();
        _repository.Move("a.md", "b.md").Commit();
        _repository.Delete("b.md").Commit();
        _repository.Write("b.md", Text("unrelated")).Commit(GitRepository.Grace);
        var snapshot = await LookAsync();
        Assert.Equal("Grace Hopper", snapshot.Authorship["b.md"].FirstAuthor);
        Assert.Empty(snapshot.Renames);
    }

    [Fact]
    public async Task A_rename_whose_file_is_gone_leads_nowhere()
    {
        _repository.Write("a.md", Text("a")).Write("z.md", "z").Commit();
        _repository.Move("a.md", "b.md").Commit();
        _repository.Delete("b.md").Commit();
        Assert.Empty((await LookAsync()).Renames);
    }

    [Fact]
    public async Task A_merge_names_who_wrote_not_who_merged()
    {
        _repository.Write("a.md", Text("a")).Write("b.md", "b").Commit(GitRepository.Ada, Monday);
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("a.md", Text("a") + "fixed\n").Commit(GitRepository.Grace, Tuesday);
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("b.md", "bb").Commit(GitRepository.Ada, Friday);
        _repository.Git("merge", "--quiet", "--no-ff", "-m", "Merge", "side");
        Assert.Equal(new Authorship("Ada Lovelace", Monday, "Grace Hopper", Tuesday), (await LookAsync()).Authorship["a.md"]);
    }

    [Fact]
    public async Task A_file_renamed_on_one_branch_and_changed_on_another_has_one_history()
    {
        _repository.Write("a.md", Text("a")).Commit(GitRepository.Ada, Monday);
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("a.md", Text("a") + "fixed\n").Commit(GitRepository.Grace, Friday);
        _repository.Git("checkout", "--quiet", "main");
        _repository.Move("a.md", "b.md").Commit(GitRepository.Ada, Tuesday);
        _repository.Git("merge", "--quiet", "--no-ff", "-m", "Merge", "side");
        var snapshot = await LookAsync();
        Assert.Equal(new Authorship("Ada Lovelace", Monday, "Grace Hopper", Friday), snapshot.Authorship["b.md"]);
        Assert.Equal(new Dictionary<string, string> { ["a.md"] = "b.md" }, snapshot.Renames);
    }

    [Fact]
    public async Task What_only_a_merge_added_or_renamed_has_a_history_too()
    {
        _repository.Write("a.md", Text("a")).Commit(GitRepository.Ada, Monday);
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("s.md", "s").Commit(GitRepository.Grace, Tuesday);
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("m.md", "m").Commit(GitRepository.Ada, Tuesday);
        _repository.Git("merge", "--quiet", "--no-ff", "--no-commit", "side");
        _repository.Move("a.md", "b.md").Write("only-in-merge.md", "x").Commit(GitRepository.Grace, Friday);
        var snapshot = await LookAsync();
        Assert.Equal(new Authorship("Grace Hopper", Friday, "Grace Hopper", Friday), snapshot.Authorship["only-in-merge.md"]);
        Assert.Equal("Ada Lovelace", snapshot.Authorship["b.md"].FirstAuthor);
        Assert.Equal("b.md", snapshot.Renames["a.md"]);
    }

    [Fact]
    public async Task An_octopus_of_three_branches_is_read()
    {
        _repository.Write("a.md", "a").Commit();
        foreach (var name in new[] { "x", "y" })
        {
            _repository.Git("checkout", "--quiet", "-b", name, "main");
            _repository.Write($"{name}.md", name).Commit(GitRepository.Grace);
        }
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("m.md", "m").Commit();
        _repository.Git("merge", "--quiet", "-m", "Octopus", "x", "y");
        var snapshot = await LookAsync();
        Assert.Equal(["a.md", "m.md", "x.md", "y.md"], snapshot.Authorship.Keys.Order());
    }

    [Fact]
    public async Task A_mailmap_names_people_as_they_wish_also_when_it_comes_later()
    {
        _repository.Write("a.md", "a").Commit("ada <ada@old.example.org>");
        using var source = Source();
        Assert.Equal("ada", (await source.LookAsync()).Authorship["a.md"].FirstAuthor);
        _repository.Write(".mailmap", "Ada Lovelace <ada@example.org> <ada@old.example.org>\n").Commit();
        Assert.Equal("Ada Lovelace", (await source.LookAsync()).Authorship["a.md"].FirstAuthor);
    }

    [Fact]
    public async Task Going_on_from_what_is_known_gives_the_same_as_reading_everything()
    {
        using var growing = Source();
        _repository.Write("a.md", Text("a")).Write("b.md", Text("b")).Commit(GitRepository.Ada, Monday);
        await growing.LookAsync();
        _repository.Git("checkout", "--quiet", "-b", "side");
        _repository.Write("b.md", Text("b") + "side\n").Commit(GitRepository.Grace, Monday.AddHours(1));
        _repository.Git("checkout", "--quiet", "main");
        _repository.Move("a.md", "c.md").Write("b.md", "main\n" + Text("b")).Commit(GitRepository.Ada, Tuesday);
        await growing.LookAsync();
        _repository.Git("merge", "--quiet", "--no-ff", "-m", "Merge", "side");
        _repository.Move("c.md", "d.md").Commit(GitRepository.Grace, Friday);
        await growing.LookAsync();

        using var restarted = Source();
        _repository.Write("new.md", "x").Commit(GitRepository.Grace, Friday);
        var steps = new[] { await growing.LookAsync(), await restarted.LookAsync() };
        var whole = await LookAsync();
        Assert.All(steps, step => Assert.Equal(whole.Authorship, step.Authorship));
        Assert.All(steps, step => Assert.Equal(whole.Renames, step.Renames));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ not json")]
    [InlineData("null")]
    [InlineData("{\"Format\":1,\"History\":null}")]
    [InlineData("{\"Format\":1,\"History\":{\"Commit\":\"--output=/tmp/x\",\"Mailmap\":\"\",\"Files\":{},\"MovedTo\":{}}}")]
    [InlineData("{\"Format\":1,\"History\":{\"Commit\":\"0123456789012345678901234567890123456789\",\"Files\":null,\"MovedTo\":null}}")]
    public async Task A_broken_file_of_kept_history_is_read_anew(string kept)
    {
        _repository.Write("a.md", "x").Commit();
        _data.Write("clone1/content-history.json", kept);
        Assert.Equal("Ada Lovelace", (await LookAsync()).Authorship["a.md"].FirstAuthor);
    }

    [Theory]
    [InlineData("Zoë \"Zed\" O'Neil 😀 \\x00 %aN")]
    [InlineData("1 2 R100")]
    [InlineData("A")]
    public async Task A_name_is_taken_as_it_is(string name)
    {
        _repository.Write("a.md", "x").Commit($"{name} <x@example.org>");
        Assert.Equal(name, (await LookAsync()).Authorship["a.md"].LastAuthor);
    }

    [Theory]
    [InlineData("author A\0B\nM <x@example.org> 99999999999999999 +0000\ncommitter C <c@example.org> 99999999999999999 +0000\n")]
    [InlineData("author  <> -5 +9999\ncommitter  <> 0 +0000\n")]
    [InlineData("author \xff\xfe <x> 1 +0000\ncommitter \xff <c> 1 +0000\nencoding latin-nonsense\n")]
    [InlineData("committer C <c@example.org> 1 +0000\n")]
    public async Task A_commit_that_git_would_not_write_stops_nothing(string people)
    {
        _repository.Write("a.md", "x").Commit();
        var tree = _repository.Git("rev-parse", "HEAD^{tree}").Trim();
        var bytes = Encoding.Latin1.GetBytes($"tree {tree}\n{people}\nmessage\0with NUL\n");
        var commit = _repository.GitWith(bytes, "hash-object", "-t", "commit", "--literally", "-w", "--stdin").Trim();
        _repository.Git("update-ref", "refs/heads/main", commit);
        var snapshot = await LookAsync();
        Assert.Equal((commit, "a.md"), (snapshot.Version, Assert.Single(snapshot.Paths())));
    }

    private Task<ContentSnapshot> LookAsync() => LookAndCloseAsync(Source());

    private static async Task<ContentSnapshot> LookAndCloseAsync(GitSource source)
    {
        using (source)
            return await source.LookAsync();
    }

    private GitSource Source() => new(_repository.Path, null, null, _data.Of($"clone{++_clones}"), SourceReading.Hour, TimeProvider.System);

    private static string Text(string about) => string.Concat(Enumerable.Range(1, 20).Select(line => $"{about}, line {line}\n"));
}
