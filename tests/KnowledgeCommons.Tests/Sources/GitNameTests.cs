using System.Text;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class GitNameTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly GitRepository _repository = GitRepository.Init();

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData("line\nbreak.md")]
    [InlineData("\nM.md")]
    [InlineData("tab\there.md")]
    [InlineData("\"quoted\" 'twice'.md")]
    [InlineData("  spaces  .md")]
    [InlineData("u\u0308ber-nfd.md")]
    [InlineData("über-nfc.md")]
    [InlineData("日本語/😀.md")]
    [InlineData("-x.md")]
    [InlineData(">1 2 name")]
    [InlineData("R100")]
    [InlineData("a\\b.md")]
    public async Task Any_name_that_git_can_hold_is_listed_read_attributed_and_renamed(string path)
    {
        var text = new string('x', 10_000) + "\n" + path;
        _repository.Write("before.md", text).Commit(GitRepository.Ada);
        _repository.Move("before.md", path).Commit(GitRepository.Grace);
        using var source = Source();
        var snapshot = await source.LookAsync();
        Assert.Equal(text, (await source.TextsAsync(snapshot))[path]);
        Assert.Equal(("Ada Lovelace", "Grace Hopper"), (snapshot.Authorship[path].FirstAuthor, snapshot.Authorship[path].LastAuthor));
        Assert.Equal(path, snapshot.Renames["before.md"]);
    }

    [Fact]
    public async Task Two_names_that_look_alike_are_two_files()
    {
        _repository.Write("u\u0308.md", "nfd").Write("ü.md", "nfc").Commit();
        using var source = Source();
        var texts = await source.TextsAsync(await source.LookAsync());
        Assert.Equal(("nfd", "nfc"), (texts["u\u0308.md"], texts["ü.md"]));
    }

    [Fact]
    public async Task Names_that_are_not_UTF8_or_lead_upwards_are_left_out_and_the_rest_is_served()
    {
        _repository.Write("a.md", "x").Commit();
        var blob = _repository.Git("rev-parse", "HEAD:a.md").Trim();
        var entries = new[] { "..", "../../etc/x.md", "bad\xff.md", "good.md" }.SelectMany(name =>
            Encoding.Latin1.GetBytes($"100644 {name}\0").Concat(Convert.FromHexString(blob)));
        var tree = _repository.GitWith([.. entries], "hash-object", "-t", "tree", "--literally", "-w", "--stdin").Trim();
        var commit = _repository.Git("commit-tree", tree, "-m", "x").Trim();
        _repository.Git("update-ref", "refs/heads/main", commit);

        using var source = Source();
        var snapshot = await source.LookAsync();
        Assert.Equal(["good.md"], snapshot.Paths());
        Assert.Equal(["name-not-unicode"], snapshot.Rules());
    }

    private GitSource Source() => new(_repository.Path, null, null, _data.Of("clone"), SourceReading.Hour, TimeProvider.System);
}
