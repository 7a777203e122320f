using KnowledgeCommons.Content.Articles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeCommons.Content.FrontMatter;

/// <summary>
/// Reads front matter event by event, so that no document can cost more than its length: anchors and aliases are refused, nesting is skipped,
/// a key that comes twice keeps its first value. What is wrong becomes findings.
/// </summary>
internal static class FrontMatterReader
{
    private const int Longest = 64 * 1024;
    private const int Deepest = 32;
    private const string Rule = "front-matter";

    /// <summary>Reads the YAML; <paramref name="linesBefore"/> is how many lines of the file stand before it.</summary>
    public static (FrontMatterFields Fields, IReadOnlyList<Finding> Findings) Read(string yaml, string path, int linesBefore = 1)
    {
        var fields = new FrontMatterFields();
        var findings = new List<Finding>();
        if (yaml.Length > Longest)
            return (fields, [Broken(path, 1, $"The front matter is {yaml.Length / 1024} KB long; at most 64 KB are read.", "Move the text below the front matter.")]);
        try
        {
            ReadMapping(new Parser(new StringReader(yaml)), fields, findings, path, linesBefore);
        }
        catch (YamlException wrong)
        {
            var line = (int)wrong.Start.Line + linesBefore;
            if (!LooseFrontMatter.TryRead(yaml, fields))
                return (fields, [.. findings, Broken(path, line, $"The front matter is not YAML: {Sentence(wrong)}", "Put quotes around values that hold a colon, a quote or a leading sign.")]);
            findings.Add(new Finding(Rule, Severity.Warning, path, line, $"The front matter is not YAML and was read line by line: {Sentence(wrong)}", "Put quotes around values that hold a colon, a quote or a leading sign."));
        }
        return (fields, findings);
    }

    private static void ReadMapping(Parser parser, FrontMatterFields fields, List<Finding> findings, string path, int linesBefore)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return;
        if (parser.TryConsume<Scalar>(out var only) && only.Value.Length == 0) return;
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var line = (int)key.Start.Line + linesBefore;
            if (ReadValue(parser, () => fields.Doubt(key.Value)) is not { } value || fields.Add(key.Value, value with { Line = line })) continue;
            fields.Doubt(key.Value);
            findings.Add(new Finding("front-matter-duplicate", Severity.Warning, path, line, $"'{key.Value}' stands here twice; the first one counts.", "Remove one of the two."));
        }
    }

    private static FrontMatterField? ReadValue(Parser parser, Action doubt)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return new FrontMatterField([scalar.Value.Trim()], IsList: false, 0);
        if (parser.Accept<AnchorAlias>(out var alias)) throw new YamlException(alias.Start, alias.End, "Aliases (*name) are not allowed.");
        if (!parser.Accept<SequenceStart>(out _))
        {
            SkipNested(parser);
            doubt();
            return null;
        }
        return ReadList(parser, doubt);
    }

    private static FrontMatterField ReadList(Parser parser, Action doubt)
    {
        parser.Consume<SequenceStart>();
        var values = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var item))
            {
                values.Add(item.Value.Trim());
                continue;
            }
            SkipNested(parser);
            doubt();
        }
        return new FrontMatterField(values, IsList: true, 0);
    }

    private static void SkipNested(Parser parser)
    {
        var depth = 0;
        do
        {
            var at = parser.Consume<ParsingEvent>();
            if (at is AnchorAlias) throw new YamlException(at.Start, at.End, "Aliases (*name) are not allowed.");
            depth += at.NestingIncrease;
            if (depth > Deepest) throw new YamlException(at.Start, at.End, $"It is nested more than {Deepest} deep.");
        } while (depth > 0);
    }

    private static Finding Broken(string path, int line, string message, string hint) => new(Rule, Severity.Error, path, line, message, hint);

    // YamlDotNet's messages may quote the text; one line is enough for a finding.
    private static string Sentence(YamlException wrong)
    {
        var message = (wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ");
        return message.Length > 160 ? message[..160] + "…" : message;
    }
}
