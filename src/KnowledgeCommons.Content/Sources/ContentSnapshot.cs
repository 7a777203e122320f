using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources;

/// <summary>
/// What a source holds at one moment. <paramref name="Version"/> is the commit, or a hash over a folder's list of files;
/// <paramref name="Authorship"/> is by path and empty for plain folders; <paramref name="Renames"/> leads from a former path to the present one;
/// <paramref name="Findings"/> tell of files that were left out (a symlink out of the folder, a path that is not UTF-8, …).
/// </summary>
public sealed record ContentSnapshot(
    string Version,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyDictionary<string, Authorship> Authorship,
    IReadOnlyDictionary<string, string> Renames,
    IReadOnlyList<Finding> Findings);
