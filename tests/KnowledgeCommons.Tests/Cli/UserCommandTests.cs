using System.CommandLine;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.Tests.Cli;

public sealed class UserCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_account_lives_from_its_first_link_to_its_end()
    {
        var (exit, output, _) = await RunAsync("add", "Ada@Example.com", "--name", "Ada Lovelace", "--groups", "it-support,london", "--site", "https://help.example.com/");
        Assert.Equal(0, exit);
        Assert.Contains("ada@example.com has an account.", output, StringComparison.Ordinal);
        Assert.Matches("https://help\\.example\\.com/sign-in/password/[A-Za-z0-9_-]{32}\r?\n", output);
        Assert.Equal(0, (await RunAsync("groups", "ada@example.com", "it-support")).Exit);
        Assert.Equal(0, (await RunAsync("disable", "ada@example.com")).Exit);
        Assert.Contains("ada@example.com\tAda Lovelace\tdisabled\tit-support", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Contains("First: kc user enable ada@example.com", (await RunAsync("reset", "ada@example.com")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("enable", "ada@example.com")).Exit);
        Assert.Contains("within one hour", (await RunAsync("reset", "ADA@example.com")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "a b", "cannot be a login")]
    [InlineData("add", "x", "cannot be a login")]
    [InlineData("disable", "nobody", "Nobody has the login nobody.")]
    public async Task What_cannot_be_done_is_told_in_a_sentence(string verb, string login, string sentence)
    {
        var (exit, _, error) = await RunAsync(verb, login);
        Assert.Equal(1, exit);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage() =>
        Assert.Equal(2, (await RunAsync("list", "--data", Path.Combine(_folder.Path, "nowhere"))).Exit);

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] all = args.Contains("--data") ? args : [.. args, "--data", _folder.Path];
        var exit = await UserCommand.Make().Parse(all).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
