using System.Text;
using System.Text.Unicode;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;

namespace KnowledgeCommons.Content.Building;

/// <summary>Reads <c>_topic.yml</c>: what a folder is called, who answers for it and whom it is for.</summary>
internal static class TopicFile
{
    private const string ForOperators = "operators";
    private static readonly string[] Names = ["_topic.yml", "_topic.yaml"];

    public static bool Is(string path) => Names.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder that the file speaks of, "" for the top.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var cut ? path[..cut] : "";

    /// <summary>The topic, unless the folder has no address of its own; whom it is for is told to <paramref name="audiences"/>.</summary>
    public static Topic? Read(byte[] bytes, string path, FolderAudiences audiences, List<Finding> findings)
    {
        var folder = FolderOf(path);
        var (fields, wrong) = FrontMatterReader.Read(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), path, linesBefore: 0);
        findings.AddRange(wrong);
        if (AudienceField.Complaint(fields, path) is { } unclear) findings.Add(unclear);
        if (!Utf8.IsValid(bytes) || wrong.Concat(findings).Any(finding => finding.Path == path && finding.Severity == Severity.Error)) audiences.Doubt(folder);
        else audiences.Add(folder, AudienceField.Of(fields));
        return Slug.FromPath(folder) is { } key ? Of(key, folder, fields, path, findings) : null;
    }

    private static Topic Of(Slug key, string folder, FrontMatterFields fields, string path, List<Finding> findings)
    {
        var order = int.TryParse(fields.Text("order"), out var number) ? number : int.MaxValue;
        return new Topic(key.Value, fields.Text("title") ?? ArticlePreparer.TitleFrom(folder), fields.Text("summary") ?? "", order, fields.Text("owner"))
        {
            IsForOperators = IsForOperatorsIn(fields, path, findings)
        };
    }

    private static bool IsForOperatorsIn(FrontMatterFields fields, string path, List<Finding> findings)
    {
        if (fields.Find("for") is not { } field || field.Text == ForOperators) return fields.Find("for") is not null;
        findings.Add(new Finding("topic-file", Severity.Warning, path, field.Line, $"'for: {field.Text}' is not known; the topic is for everybody.", "Write 'for: operators', or leave the line out."));
        return false;
    }
}
