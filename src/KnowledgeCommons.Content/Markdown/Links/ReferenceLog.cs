using AngleSharp.Dom;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>What an article refers to, with the lines where it does, and what is wrong with its references.</summary>
internal sealed class ReferenceLog(LineMap lines, FindingTally findings)
{
    private readonly List<ArticleLink> _links = [];
    private readonly Dictionary<string, AssetLookup> _files = [];

    public IReadOnlyList<ArticleLink> Links => _links;

    public IReadOnlyList<AssetLookup> Files => _files.Count == 0 ? [] : [.. _files.Values];

    public void Article(IElement at, Slug target, string? anchor) => _links.Add(new ArticleLink(target, anchor, LineOf(at)));

    public void File(string path, Asset? asset) => _files[path] = new AssetLookup(path, asset?.Hash);

    public void Complain(IElement at, string rule, string name) => findings.Add(rule, LineOf(at), name);

    private int LineOf(IElement element) => lines.LineAt(HtmlTree.PositionOf(element));
}
