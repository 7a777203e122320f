using System.Globalization;
using KnowledgeCommons.Content.Articles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>One file of people as YAML: what its fields hold, and findings with their lines.</summary>
internal sealed class PeopleYaml(string path, List<Finding> findings)
{
    private const int Longest = 1024 * 1024;
    private const int Deepest = 10;

    public string Path => path;

    /// <summary>The file's top level; null, with a finding, when it cannot be read.</summary>
    public YamlMappingNode? Load(string text)
    {
        try
        {
            RefuseAliases(text);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode as YamlMappingNode : null;
        }
        catch (YamlException wrong)
        {
            findings.Add(new Finding("people-file", Severity.Error, path, (int)wrong.Start.Line, $"The list of people cannot be read: {wrong.Message}", "Mend the line; until then nobody in this file is named anywhere."));
            return null;
        }
    }

    public static IEnumerable<(string Key, YamlMappingNode Fields)> Entries(YamlMappingNode root, string name) =>
        Field(root, name) is YamlMappingNode entries
            ? from entry in entries where entry.Value is YamlMappingNode select (entry.Key.ToString(), (YamlMappingNode)entry.Value)
            : [];

    public static YamlNode? Field(YamlMappingNode fields, string name) => fields.Children.TryGetValue(name, out var node) ? node : null;

    public static string? Text(YamlMappingNode fields, string name) => Field(fields, name) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    /// <summary>A list of words, or one word standing for a list of one.</summary>
    public static IReadOnlyList<string> List(YamlNode? node) => node switch
    {
        YamlSequenceNode list => [.. list.Select(item => item.ToString())],
        YamlScalarNode { Value.Length: > 0 } scalar => [scalar.Value],
        _ => []
    };

    public DateOnly? Date(YamlMappingNode fields, string name)
    {
        if (Text(fields, name) is not { } typed) return null;
        if (TryDate(typed) is { } day) return day;
        Tell(Field(fields, name), $"'{typed}' is not a day.", "Write it as 2026-12-24.");
        return null;
    }

    public static DateOnly? TryDate(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsNear(day) ? day : null;

    /// <summary>Days far from our time are typing mistakes, and the ends of the calendar cannot be counted beyond.</summary>
    public static bool IsNear(DateOnly day) => day.Year is >= 1900 and <= 2200;

    public TimeZoneInfo? Zone(YamlMappingNode fields)
    {
        if (Text(fields, "time_zone") is not { } typed) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone)) return zone;
        Tell(Field(fields, "time_zone"), $"There is no time zone '{typed}'.", "Write its IANA name, such as Europe/Berlin or America/New_York.");
        return null;
    }

    public Place PlaceOf(YamlNode node) => new(path, (int)node.Start.Line);

    public void Tell(YamlNode? at, string message, string hint) =>
        findings.Add(new Finding("people-file", Severity.Warning, path, (int)(at?.Start.Line ?? 0), message, hint));

    private static void RefuseAliases(string text)
    {
        if (text.Length > Longest) throw new YamlException("It is longer than 1 MB.");
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (parser.Current is AnchorAlias alias) throw new YamlException(alias.Start, alias.End, "Aliases (*name) are not allowed.");
            if (depth > Deepest) throw new YamlException("It is nested more than ten deep.");
        }
    }
}
