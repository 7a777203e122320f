using KnowledgeCommons.Content.Articles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>Reads <c>_people.yml</c>: people, teams and who is on duty. What cannot be read is a finding; the rest counts.</summary>
internal static class PeopleFileReader
{
    private const int Longest = 1024 * 1024;

    public static People Read(string text, string path, List<Finding> findings)
    {
        if (Load(text, path, findings) is not { } root) return People.Nobody;
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var group in new[] { "people", "teams" })
            foreach (var (key, fields) in Entries(root, group))
                if (!people.TryAdd(key, ToPerson(key, fields)))
                    findings.Add(Tell(path, fields, $"'{key}' stands here twice; the first one counts.", "Give one of them another key."));
        var duties = new Dictionary<string, Duty>(StringComparer.Ordinal);
        foreach (var (topic, fields) in Entries(root, "duty"))
            if (ToDuty(topic, fields, people, path, findings) is { } duty) duties[topic] = duty;
        return new People(people, duties);
    }

    private static YamlMappingNode? Load(string text, string path, List<Finding> findings)
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
            findings.Add(new Finding("people-file", Severity.Error, path, (int)wrong.Start.Line, $"The list of people cannot be read: {wrong.Message}", "Mend the line; until then nobody is named anywhere."));
            return null;
        }
    }

    private static void RefuseAliases(string text)
    {
        if (text.Length > Longest) throw new YamlException("It is longer than 1 MB.");
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (parser.Current is AnchorAlias alias) throw new YamlException(alias.Start, alias.End, "Aliases (*name) are not allowed.");
            if (depth > 10) throw new YamlException("It is nested more than ten deep.");
        }
    }

    private static IEnumerable<(string Key, YamlMappingNode Fields)> Entries(YamlMappingNode root, string name) =>
        root.Children.TryGetValue(name, out var node) && node is YamlMappingNode entries
            ? from entry in entries where entry.Value is YamlMappingNode select (entry.Key.ToString(), (YamlMappingNode)entry.Value)
            : [];

    private static Person ToPerson(string key, YamlMappingNode fields) =>
        new(key, Text(fields, "name") ?? key, Text(fields, "role") ?? "", Text(fields, "email"), Text(fields, "phone"),
            fields.Children.TryGetValue("members", out var members) && members is YamlSequenceNode list ? [.. list.Select(member => member.ToString())] : []);

    private static Duty? ToDuty(string topic, YamlMappingNode fields, Dictionary<string, Person> people, string path, List<Finding> findings)
    {
        var owner = Text(fields, "owner");
        var deputy = Text(fields, "deputy");
        foreach (var key in new[] { owner, deputy })
            if (key is not null && !people.ContainsKey(key))
                findings.Add(Tell(path, fields, $"Duty for '{topic}' names '{key}', who is not in the list of people.", "Add the person or correct the key."));
        return owner is not null && people.ContainsKey(owner) ? new Duty(owner, deputy is not null && people.ContainsKey(deputy) ? deputy : null) : null;
    }

    private static string? Text(YamlMappingNode fields, string name) =>
        fields.Children.TryGetValue(name, out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    private static Finding Tell(string path, YamlNode at, string message, string hint) =>
        new("people-file", Severity.Warning, path, (int)at.Start.Line, message, hint);
}
