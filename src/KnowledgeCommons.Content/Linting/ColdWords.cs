using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeCommons.Content.Linting;

/// <summary>
/// Words that leave a person alone with their problem, from a list that a company can change: one a line, "the word => what to say instead"; an asterisk
/// at its end stands for any ending, a line that begins with # says nothing.
/// </summary>
public sealed partial class ColdWords
{
    private const string Arrow = "=>";
    private readonly Regex _any;

    // A library holds tens of thousands of texts, and hardly any of them one of these words: those are passed over at the speed of memory.
    private readonly SearchValues<string> _asOne;
    private readonly IReadOnlyList<(string Word, string Instead)> _words;

    private ColdWords(IReadOnlyList<(string Word, string Instead)> words)
    {
        _words = words;
        Key = words.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))));
        _any = new Regex($@"(?<!\p{{L}})(?:{string.Join('|', words.Select(word => $"({Pattern(word.Word)})"))})(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        _asOne = SearchValues.Create([.. words.Select(word => string.Join(' ', Parts(word.Word)))], StringComparison.OrdinalIgnoreCase);
    }

    public static ColdWords None { get; } = new([]);

    public int Count => _words.Count;

    /// <summary>The same for equal lists: what was found by one list holds as long as it is the same.</summary>
    public string Key { get; }

    public static ColdWords Parse(string list) =>
        new([.. from line in list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                where !line.StartsWith('#')
                let parts = line.Split(Arrow, 2, StringSplitOptions.TrimEntries)
                where parts[0].Trim('*').Length > 0
                select (parts[0], parts.Length > 1 ? parts[1] : "Say it in other words.")]);

    /// <summary>The list at a path; no words when there is no such file.</summary>
    public static ColdWords ReadFile(string file) => File.Exists(file) ? Parse(File.ReadAllText(file)) : None;

    /// <summary>Each such word in a Markdown text, with its line (from 1) and what to say instead. Code is no prose and left alone.</summary>
    public IEnumerable<(string Word, int Line, string Instead)> FindIn(string text)
    {
        if (_words.Count == 0 || !MayHaveOne(text)) yield break;
        var prose = Code().Replace(text, code => Blank(code.Value));
        foreach (Match found in _any.Matches(prose))
            yield return (Folded(found.Value), 1 + prose.AsSpan(0, found.Index).Count('\n'), _words[GroupOf(found)].Instead);
    }

    private int GroupOf(Match found) => Enumerable.Range(0, _words.Count).First(word => found.Groups[word + 1].Success);

    // Between two words there may be a line break.
    private static string Pattern(string word) =>
        string.Join(@"[\s>]+", Parts(word).Select(Regex.Escape)) + (word.EndsWith('*') ? @"\p{L}*" : "");

    private bool MayHaveOne(string text)
    {
        var line = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        var afterGap = false;
        foreach (var letter in text)
        {
            var isGap = letter == '>' || char.IsWhiteSpace(letter);
            if (!isGap || !afterGap) line[length++] = isGap ? ' ' : letter;
            afterGap = isGap;
        }
        var mayHave = line.AsSpan(0, length).ContainsAny(_asOne);
        ArrayPool<char>.Shared.Return(line);
        return mayHave;
    }

    private static string[] Parts(string word) => word.TrimEnd('*').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word != ">"));

    private static string Blank(string code)
    {
        var blank = new StringBuilder(code);
        for (var at = 0; at < blank.Length; at++)
            if (blank[at] != '\n') blank[at] = '`';
        return blank.ToString();
    }

    // A span of code is taken to end within 2,000 characters, so that signs without a partner cost no more than that each.
    [GeneratedRegex(@"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\z)|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).){0,2000}?(?<!`)\2(?!`)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
