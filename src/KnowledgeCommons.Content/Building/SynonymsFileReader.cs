using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Reads <c>_synonyms.yml</c>: a language and below it its lines, each behind a dash. Every line is read by itself, so that a broken one is a finding and
/// all others count.
/// </summary>
internal sealed partial class SynonymsFileReader(string path, List<Finding> findings)
{
    private const int Longest = 1024 * 1024;
    private const int MostComplaints = 50;
    private const string EveryLanguage = "all";

    private readonly List<SynonymGroup> _groups = [];
    private string? _language;
    private int _complaints;

    public static IReadOnlyList<SynonymGroup> Read(string text, string path, List<Finding> findings)
    {
        var reader = new SynonymsFileReader(path, findings);
        if (text.Length > Longest) reader.Tell(0, "The list of synonyms is longer than 1 MB and was not read.", "Split it: several files of this name in different folders count together.");
        else reader.ReadLines(text.TrimStart('\uFEFF'));
        return reader._groups;
    }

    private void ReadLines(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var bare = line.Trim();
            if (bare.IsEmpty || bare[0] == '#' || bare is "---" or "...") continue;
            if (bare[0] == '-') ReadItem(bare[1..].ToString(), number);
            else ReadLanguage(bare.ToString(), number);
        }
        if (_complaints > MostComplaints)
            findings.Add(Wrong(0, $"{_complaints - MostComplaints} more lines cannot be read.", "Look whether this is the right file."));
    }

    private void ReadLanguage(string line, int number)
    {
        var named = LanguageLine().Match(line);
        _language = named.Success ? named.Groups[1].Value.ToLowerInvariant() : null;
        if (_language is null)
            Tell(number, $"'{Short(line)}' is neither a language nor a line of synonyms.", "Write a language with a colon (en:, de: or all:), and below it lines that begin with a dash.");
    }

    private void ReadItem(string item, int number)
    {
        if (item.Length > 0 && item[0] != ' ') Tell(number, "Behind the dash a space is missing.", "Write it as: - wifi, wlan, wireless");
        else if (Scalar(item) is not { } words) Tell(number, $"'{Short(item.Trim())}' is not a line of words.", "Put it in double quotes, or take out the quotes, colons and brackets.");
        else if (_language is null) Tell(number, $"'{Short(words)}' stands below no language.", "Put a line such as en: or all: above it.");
        else if (SynonymLine.TryRead(words, _language == EveryLanguage ? null : _language, out var group, out var objection)) _groups.Add(group);
        else Tell(number, $"'{Short(words)}' {objection}", "Write a group as: - wifi, wlan, wireless   or one way as: - beamer => projector");
    }

    private static string? Scalar(string item)
    {
        try
        {
            var parser = new Parser(new StringReader(item));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return parser.TryConsume<Scalar>(out var scalar) && parser.TryConsume<DocumentEnd>(out _) ? scalar.Value : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private void Tell(int line, string message, string hint)
    {
        if (++_complaints <= MostComplaints) findings.Add(Wrong(line, message, hint));
    }

    private Finding Wrong(int line, string message, string hint) => new("synonyms-file", Severity.Warning, path, line, message, hint);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"^[""']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)[""']?\s*:\s*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageLine();
}
