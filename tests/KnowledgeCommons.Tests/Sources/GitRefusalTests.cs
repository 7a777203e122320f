using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

public sealed class GitRefusalTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly GitRepository _repository = GitRepository.Init();

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task An_empty_repository_is_a_sentence()
    {
        Assert.Equal($"The repository {_repository.Path} has no commit yet. Push one, or set Content:Branch to a branch that has one.", await ComplaintAsync());
        Assert.Equal($"The repository {_repository.Path} has no commit on x yet. Push one, or set Content:Branch to a branch that has one.", await ComplaintAsync(branch: "x"));
    }

    [Fact]
    public async Task A_branch_that_does_not_exist_is_a_sentence()
    {
        _repository.Write("a.md", "x").Commit();
        Assert.Equal($"The repository {_repository.Path} has no branch release. Push it, or set Content:Branch to one that exists.", await ComplaintAsync(branch: "release"));
    }

    [Fact]
    public async Task A_branch_deleted_while_we_run_is_a_sentence()
    {
        _repository.Write("a.md", "x").Commit();
        _repository.Git("branch", "side");
        using var source = Source(branch: "side");
        await source.LookAsync();
        _repository.Git("branch", "-D", "side");
        var problem = await Assert.ThrowsAsync<ContentSourceException>(() => source.LookAsync());
        Assert.Equal($"The repository {_repository.Path} could not be fetched: couldn't find remote ref refs/heads/side.", problem.Message);
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("a.md")]
    [InlineData("-x")]
    [InlineData("HEAD^{tree}")]
    public async Task A_folder_that_is_not_in_the_branch_is_a_sentence(string folder)
    {
        _repository.Write("a.md", "x").Commit();
        Assert.Equal($"The repository {_repository.Path} has no folder {folder}. Set Content:Folder to one that exists.", await ComplaintAsync(folder: folder));
    }

    [Theory]
    [InlineData("-x")]
    [InlineData("--upload-pack=touch /tmp/x")]
    [InlineData("main^{tree}")]
    [InlineData("main:a.md")]
    [InlineData("a..b")]
    [InlineData("@{-1}")]
    [InlineData("a b")]
    [InlineData("main.lock")]
    [InlineData("refs/heads/*")]
    [InlineData("a\nb")]
    public async Task What_is_not_a_branch_is_refused_before_git_sees_it(string branch)
    {
        var complaint = await ComplaintAsync(branch: branch);
        Assert.Equal($"'{branch}' is not the name of a branch. Set Content:Branch to one, such as main.", complaint);
    }

    [Theory]
    [InlineData("--upload-pack=touch /tmp/x", "'--upload-pack=touch /tmp/x' is not the path or URL of a git repository.")]
    [InlineData("", "'' is not the path or URL of a git repository.")]
    [InlineData("ext::sh -c id", "The repository ext::sh -c id could not be reached: transport 'ext' not allowed.")]
    [InlineData("fd::17", "The repository fd::17 could not be reached: transport 'fd' not allowed.")]
    [InlineData("ssh://-oProxyCommand=id/x", "The repository ssh://-oProxyCommand=id/x could not be reached: strange hostname '-oProxyCommand=id' blocked.")]
    [InlineData("/not/there", "The repository /not/there could not be reached: '/not/there' does not appear to be a git repository.")]
    public async Task What_is_not_a_repository_is_a_sentence(string repository, string expected) =>
        Assert.Equal(expected, await ComplaintAsync(repository));

    [Fact]
    public async Task A_folder_outside_the_repository_is_refused() =>
        Assert.Equal("'../x' is not a folder inside the repository. Set Content:Folder to one, such as docs/articles.", await ComplaintAsync(folder: "../x"));

    [Fact]
    public async Task A_shallow_repository_is_a_sentence_and_not_a_wrong_author()
    {
        _repository.Write("a.md", "x").Commit();
        _repository.Write("a.md", "y").Commit();
        _repository.Git("clone", "--quiet", "--depth", "1", "file://" + _repository.Path, _data.Of("shallow"));
        Assert.Equal($"The repository {_data.Of("shallow")} is a shallow clone, so nobody could tell who wrote what. Run 'git fetch --unshallow' in it.",
            await ComplaintAsync(_data.Of("shallow")));
    }

    private async Task<string> ComplaintAsync(string? repository = null, string? branch = null, string? folder = null)
    {
        var problem = await Assert.ThrowsAsync<ContentSourceException>(async () =>
        {
            using var source = Source(repository, branch, folder);
            await source.LookAsync();
        });
        return problem.Message;
    }

    private GitSource Source(string? repository = null, string? branch = null, string? folder = null) =>
        new(repository ?? _repository.Path, branch, folder, _data.Of("clone"), SourceReading.Hour, TimeProvider.System);
}
