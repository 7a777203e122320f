using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Building;

/// <summary>A folder of articles that is built again and again, each time over what was made before.</summary>
internal sealed class Shelves : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-shelves-").FullName;
    private IReadOnlyDictionary<string, PreparedArticle> _prepared = new Dictionary<string, PreparedArticle>();

    public Shelves Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public Shelves Write(string path, byte[] bytes)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? _folder);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    public Shelves Link(string path, string target)
    {
        File.CreateSymbolicLink(Path.Combine(_folder, path), target);
        return this;
    }

    public async Task<BuiltLibrary> BuildAsync()
    {
        using var source = new FolderSource(_folder, TimeSpan.FromMinutes(1), TimeProvider.System);
        var built = await new LibraryBuilder(new BodyRenderer(), TimeProvider.System)
            .BuildAsync(source, await source.LookAsync(CancellationToken.None), _prepared, CancellationToken.None);
        _prepared = built.Prepared;
        return built;
    }

    /// <summary>The addresses of what somebody in these groups sees now.</summary>
    public async Task<string[]> SeenAsync(params string[] groups) => [.. (await BuildAsync()).Library.For(Clearance.Of(groups)).Articles.Select(article => article.Slug.Value)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
