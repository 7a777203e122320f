namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>One row a measure: what, how much, and the bar it has to clear.</summary>
internal sealed class ResultTable(string title)
{
    private readonly List<(string What, string Measured, string Bar)> _rows = [];

    public void Add(string what, string measured, string bar = "") => _rows.Add((what, measured, bar));

    public void Print(TextWriter output)
    {
        var widths = (What: _rows.Max(row => row.What.Length), Measured: _rows.Max(row => row.Measured.Length));
        output.WriteLine(title);
        foreach (var row in _rows)
            output.WriteLine($"| {row.What.PadRight(widths.What)} | {row.Measured.PadRight(widths.Measured)} | {row.Bar}");
    }
}
