using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class FolderLinkTests : IDisposable
{
    private readonly TempFolder _outside = new();
    private readonly TempFolder _folder = new();
    private readonly FolderSource _source;

    public FolderLinkTests() => _source = new FolderSource(_folder.Path, SourceReading.Hour, TimeProvider.System);

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task Links_to_files_and_folders_inside_are_followed()
    {
        _folder.Write("real/a.md", "# A");
        Link("b.md", "real/a.md");
        Link("also", "real");
        var snapshot = await _source.LookAsync();
        Assert.Equal(["also/a.md", "b.md", "real/a.md"], snapshot.Paths());
        Assert.All((await _source.TextsAsync(snapshot)).Values, text => Assert.Equal("# A", text));
        Assert.Empty(snapshot.Findings);
    }

    [Fact]
    public async Task A_volume_of_Kubernetes_is_served_through_its_links()
    {
        _folder.Write("..2024_01/a.md", "# A");
        Link("..data", "..2024_01");
        Link("a.md", "..data/a.md");
        var snapshot = await _source.LookAsync();
        Assert.Equal("# A", (await _source.TextsAsync(snapshot))["a.md"]);
    }

    [Theory]
    [InlineData("{0}/secret.md")]
    [InlineData("{0}")]
    [InlineData("{0}/not-there.md")]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("..")]
    public async Task A_link_out_of_the_folder_is_a_finding_and_never_read(string target)
    {
        _outside.Write("secret.md", "secret");
        _folder.Write("a.md", "x");
        Link("link.md", string.Format(System.Globalization.CultureInfo.InvariantCulture, target, _outside.Path));
        var snapshot = await _source.LookAsync();
        Assert.Equal(["a.md"], snapshot.Paths());
        var finding = Assert.Single(snapshot.Findings);
        Assert.Equal(("symlink-leaves-folder", Severity.Warning, "link.md"), (finding.Rule, finding.Severity, finding.Path));
    }

    [Fact]
    public async Task A_link_that_leaves_by_way_of_another_link_is_not_followed()
    {
        _outside.Write("deep/down/x", "x");
        _outside.Write("deep/secret.md", "secret");
        Link("hop", _outside.Of("deep/down"));
        // As written this is inside; the system goes through hop and ends outside.
        Link("link.md", "hop/../secret.md");
        Assert.Empty((await _source.LookAsync()).Files);
    }

    [Fact]
    public async Task A_folder_beside_with_the_same_beginning_is_outside()
    {
        var neighbour = Directory.CreateDirectory(_folder.Path + "-private").FullName;
        File.WriteAllText(Path.Combine(neighbour, "a.md"), "secret");
        Link("link.md", Path.Combine(neighbour, "a.md"));
        Assert.Equal(["symlink-leaves-folder"], (await _source.LookAsync()).Rules());
        Directory.Delete(neighbour, recursive: true);
    }

    [Fact]
    public async Task Links_in_circles_end()
    {
        _folder.Write("a/x.md", "x");
        _folder.Write("b/y.md", "y");
        Link("a/up", "..");
        Link("a/to-b", "../b");
        Link("b/to-a", "../a");
        Link("self", "self");
        Link("nowhere.md", "a/not-there.md");
        var snapshot = await _source.LookAsync();
        Assert.Equal(["a/to-b/y.md", "a/x.md", "b/to-a/x.md", "b/y.md"], snapshot.Paths());
        Assert.All(snapshot.Rules(), rule => Assert.Equal("symlink-not-followed", rule));
    }

    [Fact]
    public async Task A_file_swapped_for_a_link_after_the_look_is_not_read()
    {
        _outside.Write("secret.md", "secret");
        _folder.Write("a.md", "x");
        _folder.Write("topic/b.md", "x");
        _folder.Write("c.md", "fine");
        _outside.Write("b.md", "secret");
        var snapshot = await _source.LookAsync();
        File.Delete(_folder.Of("a.md"));
        Link("a.md", _outside.Of("secret.md"));
        Directory.Delete(_folder.Of("topic"), recursive: true);
        Link("topic", _outside.Path);
        Assert.Equal(["c.md"], (await _source.TextsAsync(snapshot)).Keys);
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link()
    {
        _outside.Write("a.md", "x");
        Link("current", _outside.Path);
        using var source = new FolderSource(_folder.Of("current"), SourceReading.Hour, TimeProvider.System);
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(_folder.Of(path), target);
}
