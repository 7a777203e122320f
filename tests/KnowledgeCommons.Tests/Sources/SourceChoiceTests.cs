using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class SourceChoiceTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("https://example.org/kb.git")]
    [InlineData("ssh://example.org/kb.git")]
    [InlineData("file:///srv/kb.git")]
    [InlineData("git@example.org:it/kb.git")]
    [InlineData("forge:kb")]
    public void A_URL_means_git(string setting) => Assert.Equal(setting, Assert.IsType<GitSource>(For(setting)).Repository);

    [Fact]
    public void A_password_in_a_URL_is_not_shown() =>
        Assert.Equal("https://example.org/kb.git", Assert.IsType<GitSource>(For("https://ada:p@ss@example.org/kb.git")).Repository);

    [Fact]
    public void The_root_of_a_work_tree_and_a_bare_repository_mean_git()
    {
        using var tree = GitRepository.Init();
        using var bare = GitRepository.InitBare();
        Assert.Equal(tree.Path, Assert.IsType<GitSource>(For(tree.Path)).Repository);
        Assert.Equal(bare.Path, Assert.IsType<GitSource>(For(bare.Path)).Repository);
    }

    [Fact]
    public async Task A_second_work_tree_means_git()
    {
        using var tree = GitRepository.Init();
        tree.Write("a.md", "main").Commit();
        tree.Git("worktree", "add", "--quiet", "-b", "side", _data.Of("second"));
        using var source = Assert.IsType<GitSource>(For(_data.Of("second")));
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public async Task A_folder_inside_a_work_tree_is_a_plain_folder_with_what_is_not_committed()
    {
        using var tree = GitRepository.Init();
        tree.Write("articles/a.md", "x");
        using var source = Assert.IsType<FolderSource>(For(Path.Combine(tree.Path, "articles")));
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public void A_relative_path_starts_at_the_current_directory() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "articles"), Assert.IsType<FolderSource>(For("articles")).Folder);

    [Fact]
    public async Task A_folder_with_a_colon_in_its_name_is_a_folder_when_it_exists()
    {
        _data.Write("kb:old/a.md", "x");
        using var source = Assert.IsType<FolderSource>(For(_data.Of("kb:old")));
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public async Task The_subfolder_is_taken_from_a_plain_folder_too()
    {
        _data.Write("docs/kb/a.md", "x");
        using var source = For(_data.Path, folder: "docs/kb");
        Assert.Equal(["a.md"], (await source.LookAsync()).Paths());
    }

    [Fact]
    public void What_cannot_be_a_source_is_refused_with_a_sentence()
    {
        Assert.Equal("Content:Source is empty. Set it to a folder, a git repository or the URL of one.",
            Assert.Throws<ContentSourceException>(() => For(" ")).Message);
        Assert.Equal($"'../x' is not a folder inside {_data.Path}. Set Content:Folder to one, such as docs/articles.",
            Assert.Throws<ContentSourceException>(() => For(_data.Path, folder: "../x")).Message);
    }

    private ContentSource For(string setting, string? folder = null) =>
        SourceChoice.For(setting, null, folder, _data.Of("clone"), SourceReading.Hour, TimeProvider.System);
}
