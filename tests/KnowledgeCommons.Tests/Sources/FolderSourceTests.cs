using System.Diagnostics;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class FolderSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FolderSource _source;

    public FolderSourceTests() => _source = new FolderSource(_folder.Path, SourceReading.Hour, TimeProvider.System);

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Files_are_listed_by_path_and_read_in_the_order_asked_for()
    {
        _folder.Write("vpn/mac.md", "# Mac");
        _folder.Write("a b/ü.md", "# Umlaut");
        _folder.Write("empty.md", "");

        var snapshot = await _source.LookAsync();
        Assert.Equal(["a b/ü.md", "empty.md", "vpn/mac.md"], snapshot.Paths());
        Assert.Equal(["# Umlaut", "", "# Mac"], (await _source.ReadAllAsync(snapshot)).Select(read => Encoding.UTF8.GetString(read.Bytes)));
        Assert.Empty(snapshot.Findings);
    }

    [Fact]
    public async Task Dot_files_dot_folders_and_node_modules_are_not_content()
    {
        _folder.Write(".hidden.md", "x");
        _folder.Write(".git/config", "x");
        _folder.Write("docs/node_modules/left-pad/README.md", "x");
        _folder.Write("docs/.obsidian/a.md", "x");
        _folder.Write("docs/a.md", "x");

        Assert.Equal(["docs/a.md"], (await _source.LookAsync()).Paths());
    }

    [Fact]
    public async Task The_version_changes_with_content_and_names_and_with_nothing_else()
    {
        _folder.Write("a.md", "one");
        var first = await _source.LookAsync();
        File.SetLastWriteTimeUtc(_folder.Of("a.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(first.Version, (await _source.LookAsync()).Version);

        // Same size and hardly any time between the two.
        _folder.Write("a.md", "two");
        var second = await _source.LookAsync();
        Assert.NotEqual(first.Version, second.Version);

        File.Move(_folder.Of("a.md"), _folder.Of("b.md"));
        Assert.NotEqual(second.Version, (await _source.LookAsync()).Version);
    }

    [Fact]
    public async Task A_file_is_not_read_again_while_its_size_and_time_stay()
    {
        var path = _folder.Write("a.md", "one");
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, past);
        var first = await _source.LookAsync();
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, past);
        Assert.Equal(first.Version, (await _source.LookAsync()).Version);
    }

    [Theory]
    [InlineData("big.md", 5, Severity.Error, "big.md has 5.0 MB; an article may have 5 MB, so it was left out.")]
    [InlineData("film.mp4", 50, Severity.Warning, "film.mp4 has 50.0 MB; an attachment may have 50 MB, so it was left out.")]
    public async Task A_file_over_the_limit_is_left_out_and_the_finding_says_why(string name, int limit, Severity severity, string message)
    {
        using (var file = File.Create(_folder.Of(name)))
            file.SetLength(limit * 1024L * 1024);
        Assert.Equal([name], (await _source.LookAsync()).Paths());

        using (var file = File.OpenWrite(_folder.Of(name)))
            file.SetLength((limit * 1024L * 1024) + 1);
        var snapshot = await _source.LookAsync();
        Assert.Empty(snapshot.Files);
        var finding = Assert.Single(snapshot.Findings);
        Assert.Equal(("file-too-large", severity, name, message), (finding.Rule, finding.Severity, finding.Path, finding.Message));
    }

    [Theory]
    [InlineData("con.md", "con.md is the name of a device there")]
    [InlineData("topic/NUL", "NUL is the name of a device there")]
    [InlineData("com1.backup.md", "com1.backup.md is the name of a device there")]
    [InlineData("what?.md", "it contains ?")]
    [InlineData("10:30.md", "it contains :")]
    [InlineData("back\\slash.md", "it contains \\")]
    [InlineData("line\nbreak.md", "it contains a control character")]
    [InlineData("dot./a.md", "a part of it ends with a dot or a space")]
    public async Task A_name_that_Windows_cannot_hold_is_noted_and_served(string path, string objection)
    {
        _folder.Write(path, "# Here");
        var snapshot = await _source.LookAsync();
        Assert.Equal("# Here", (await _source.TextsAsync(snapshot))[path]);
        var finding = Assert.Single(snapshot.Findings);
        Assert.Equal(("unportable-name", Severity.Note), (finding.Rule, finding.Severity));
        Assert.Equal($"Windows cannot hold a file named {path}: {objection}.", finding.Message);
    }

    [Theory]
    [InlineData("console.md")]
    [InlineData("com.md")]
    [InlineData("a.con.md")]
    [InlineData("Größe – 100 %.md")]
    public async Task An_ordinary_name_is_not_noted(string path)
    {
        _folder.Write(path, "x");
        Assert.Empty((await _source.LookAsync()).Findings);
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_becomes_a_finding_and_the_rest_is_served()
    {
        _folder.Write("good.md", "x");
        // Only a shell can write and delete such names, .NET cannot.
        await ShellAsync("printf x > \"$(printf 'bad\\377.md')\"; mkdir \"$(printf 'dir\\377')\"; printf x > \"$(printf 'dir\\377/a.md')\"");

        var snapshot = await _source.LookAsync();
        await ShellAsync("rm -r bad* dir*");
        Assert.Equal(["good.md"], snapshot.Paths());
        Assert.Equal(["name-not-unicode", "name-not-unicode"], snapshot.Rules());
    }

    [Fact]
    public async Task A_pipe_among_the_files_holds_up_nothing()
    {
        await ShellAsync("mkfifo pipe.md");
        _folder.Write("a.md", "x");
        var look = _source.LookAsync();
        Assert.Same(look, await Task.WhenAny(look, Task.Delay(TimeSpan.FromSeconds(10))));
        Assert.Contains("a.md", (await look).Paths());
        Assert.Equal("x", (await _source.TextsAsync(await look))["a.md"]);
    }

    [Fact]
    public async Task A_file_that_vanished_after_the_look_is_left_out_and_a_changed_one_carries_its_new_hash()
    {
        _folder.Write("gone.md", "x");
        _folder.Write("changed.md", "old");
        var snapshot = await _source.LookAsync();
        File.Delete(_folder.Of("gone.md"));
        _folder.Write("changed.md", "newer");

        var (file, bytes) = Assert.Single(await _source.ReadAllAsync(snapshot));
        Assert.Equal("newer", Encoding.UTF8.GetString(bytes));
        Assert.Equal((5, (await _source.LookAsync()).Files.Single().Hash), (file.Size, file.Hash));
    }

    [Fact]
    public async Task A_missing_folder_is_a_sentence_and_is_found_once_it_is_there()
    {
        using var source = new FolderSource(_folder.Of("articles"), SourceReading.Hour, TimeProvider.System);
        var problem = await Assert.ThrowsAsync<ContentSourceException>(() => source.LookAsync());
        Assert.Equal($"There is no folder {_folder.Of("articles")}. Create it, or set Content:Source to the folder that holds the articles.", problem.Message);
        _folder.Write("articles/a.md", "x");
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_a_sentence()
    {
        using var source = new FolderSource(_folder.Write("articles", "x"), SourceReading.Hour, TimeProvider.System);
        var problem = await Assert.ThrowsAsync<ContentSourceException>(() => source.LookAsync());
        Assert.Equal($"{_folder.Of("articles")} is a file. Set Content:Source to the folder that holds the articles.", problem.Message);
    }

    private async Task ShellAsync(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _folder.Path });
        await (shell?.WaitForExitAsync() ?? Task.CompletedTask);
    }
}
