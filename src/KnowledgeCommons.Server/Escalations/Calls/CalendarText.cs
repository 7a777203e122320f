using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Lines of an iCalendar object (RFC 5545): escaped (3.3.11), folded at 75 octets (3.1), ended by CR LF, instants in UTC (3.3.5).</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;
    private readonly StringBuilder _lines = new();

    public CalendarText Add(string name, string value)
    {
        var used = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > MostOctets)
            {
                _lines.Append("\r\n ");
                used = 1;
            }
            _lines.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        _lines.Append("\r\n");
        return this;
    }

    /// <summary>Words of people, which may hold anything.</summary>
    public CalendarText AddWords(string name, string words) => Add(name, Escaped(words));

    public CalendarText Add(string name, DateTimeOffset instant) =>
        Add(name, instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => _lines.ToString();

    /// <summary>A value of a parameter in quotes, which can hold neither quotes nor line breaks.</summary>
    public static string Quoted(string words) => '"' + string.Concat(words.Where(letter => letter != '"' && !char.IsControl(letter))) + '"';

    private static string Escaped(string words)
    {
        var safe = new StringBuilder();
        foreach (var letter in words.ReplaceLineEndings("\n"))
            safe.Append(letter switch
            {
                '\n' => "\\n",
                '\\' or ';' or ',' => $"\\{letter}",
                _ when char.IsControl(letter) => "",
                _ => letter.ToString()
            });
        return safe.ToString();
    }
}
