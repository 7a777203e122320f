using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KnowledgeCommons.Server.Health;

/// <summary>Reads a file of tickets row by row; memory holds one row. What cannot be read is told with its line, and the rest goes on.</summary>
internal sealed class CsvTickets : IDisposable
{
    // No export has such a row. Behind a quote that is never closed, the whole file would be one field.
    private const int LongestField = 64 * 1024 * 1024;
    private const string End = "";
    private const string TooLong = "A field is longer than 64 million characters: probably a quote was opened here and never closed. The rest of the file was not read.";
    private readonly FileStream _file;
    private readonly CsvParser _parser;
    private string? _badField;

    private CsvTickets(string file, CsvText text)
    {
        _file = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = text.Delimiter.ToString(),
            MaxFieldSize = LongestField,
            BufferSize = 64 * 1024,
            ProcessFieldBufferSize = 64 * 1024,
            BadDataFound = _ => _badField = "A quote stands where none may be: in a field that does not begin with one, or before its end."
        };
        _parser = new CsvParser(new StreamReader(_file, text.Encoding, detectEncodingFromByteOrderMarks: true), rules);
    }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>How many bytes of how many were read.</summary>
    public (long Read, long All) Progress => (_file.Position, _file.Length);

    /// <summary>Opens a file behind its header. Exactly one of the two is not null.</summary>
    public static (CsvTickets? Tickets, string? Refusal) Open(string file, CsvText text)
    {
        var tickets = new CsvTickets(file, text);
        if (tickets.Next() is null && tickets._parser.Record is { } header)
        {
            tickets.Header = header;
            return (tickets, null);
        }
        tickets.Dispose();
        return (null, "The file has no first line with the names of its columns.");
    }

    /// <summary>All rows behind the header, each with fields or the reason why there are none.</summary>
    public IEnumerable<CsvRow> Rows(ColumnMap map, string source)
    {
        while (true)
        {
            var line = _parser.RawRow + 1L;
            var ended = Next();
            if (ended == End) yield break;
            if (ended is not null)
            {
                yield return new CsvRow(line, null, ended);
                yield break;
            }
            yield return Read(line, map, source);
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _file.Dispose();
    }

    // Null: there is a row. Else why there is none.
    private string? Next()
    {
        try
        {
            return _parser.Read() ? null : End;
        }
        catch (Exception broken) when (broken is MaxFieldSizeException or OverflowException or OutOfMemoryException)
        {
            return TooLong;
        }
    }

    private CsvRow Read(long line, ColumnMap map, string source)
    {
        if (_parser.Count != Header.Count)
            return new CsvRow(line, null, $"The row has {_parser.Count} columns, the header {Header.Count}.");
        _badField = null;
        var fields = new ContactFields
        {
            Source = Field(map["source"]) ?? source,
            Id = Field(map["id"]),
            Person = Field(map["person"]),
            At = Field(map["at"]),
            Subject = Field(map["subject"]),
            Text = Field(map["text"]),
            Topic = Field(map["topic"]),
            Article = Field(map["article"]),
            SolvedBy = Field(map["solvedBy"]),
            Reason = Field(map["reason"]),
            RepeatOf = Field(map["repeatOf"]),
            ClosedAt = Field(map["closedAt"])
        };
        return _badField is { } why ? new CsvRow(line, null, why) : new CsvRow(line, fields, null);
    }

    private string? Field(int place) => place < 0 ? null : _parser[place];
}
