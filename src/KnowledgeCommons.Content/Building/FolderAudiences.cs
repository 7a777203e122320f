using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// Whom folders are for: what a <c>_topic.yml</c> says counts for all that lies in its folder and below. Files are compared by where they lie, not by their addresses, in
/// which two folders may look alike.
/// </summary>
internal sealed class FolderAudiences
{
    private readonly List<(string Folder, Audience Audience)> _restricted = [];
    private readonly List<string> _unreadable = [];

    /// <summary>Folders of which nobody can tell whom they are for; what lies in them is shown to nobody.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    /// <summary>A folder's path, "" for the top.</summary>
    public void Add(string folder, Audience audience)
    {
        if (!audience.IsEveryone) _restricted.Add((folder, audience));
    }

    public void Doubt(string folder) => _unreadable.Add(folder);

    public bool Withholds(string path) => _unreadable.Any(folder => IsIn(folder, path));

    /// <summary>All of them have to admit somebody.</summary>
    public IEnumerable<Audience> Of(string path) => _restricted.Where(each => IsIn(each.Folder, path)).Select(each => each.Audience).Distinct();

    private static bool IsIn(string folder, string path) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));
}
