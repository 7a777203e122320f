using System.Globalization;

namespace KnowledgeCommons.Cli;

/// <summary>The rows that were left out: the first ones to be printed, all in a file when one is named, and how many there are of each kind.</summary>
internal sealed class RefusedRows(string? file) : IAsyncDisposable
{
    private const int MostPrinted = 20;
    private readonly StreamWriter? _file = file is null ? null : new StreamWriter(file);
    private readonly List<string> _first = [];

    public IReadOnlyList<string> First => _first;

    /// <summary>The file with all of them, if there is one.</summary>
    public string? Path { get; } = file;

    public void Add(long line, string why)
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"line {line}: {why}");
        if (_first.Count < MostPrinted) _first.Add(told);
        _file?.WriteLine(told);
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;
}
