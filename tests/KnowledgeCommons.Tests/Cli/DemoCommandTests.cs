using System.CommandLine;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Tests.Architecture;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.Tests.Cli;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_empty_folder_is_filled_and_the_way_to_look_at_it_is_told()
    {
        var data = Path.Combine(_folder.Path, "demo");
        var (exit, output) = await RunAsync(Repository.Path("articles"), "--data", data, "--weeks", "1");
        Assert.Equal(0, exit);
        Assert.Contains($"1 made-up weeks are in {data}. Look at them with:", output, StringComparison.Ordinal);
        Assert.Contains($"--Data:Folder={data}", output, StringComparison.Ordinal);
        Assert.Contains("100 %", output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(Repository.Path("articles"), "--data", data, "--weeks", "1")).Exit);
    }

    [Fact]
    public async Task A_folder_with_anything_in_it_is_left_as_it_is()
    {
        var file = Path.Combine(_folder.Path, "knowledge-commons.db");
        await File.WriteAllTextAsync(file, "real data");
        Assert.Equal(1, (await RunAsync(Repository.Path("articles"), "--data", _folder.Path)).Exit);
        Assert.Equal("real data", await File.ReadAllTextAsync(file));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("no/such/folder", "1")]
    public async Task Articles_that_are_not_there_are_wrong_usage(string articles, string weeks)
    {
        Assert.Equal(2, (await RunAsync(articles, "--data", Path.Combine(_folder.Path, "x"), "--weeks", weeks)).Exit);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "x")));
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var exit = await DemoCommand.Make().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output });
        return (exit, output.ToString());
    }
}
