using AngleSharp.Dom;
using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>Writes an article's links with the addresses they have on this site, and keeps count of those that lead to articles.</summary>
internal sealed class LinkWriter(LinkResolver resolver, ReferenceLog log, AnchorRegister anchors, MarkupWriter output)
{
    /// <summary>Opens the link, or the place it names; false when only its text is to be shown.</summary>
    public bool Open(IElement link)
    {
        var url = link.GetAttribute("href") is { } address && NodeText.HasContent(link) ? UrlOf(link, address) : null;
        var id = anchors.Claim(link.GetAttribute("id")) ?? anchors.Claim(link.GetAttribute("name"));
        if (url is null && id is null) return false;

        output.Open("a");
        if (id is not null) output.Attribute("id", id);
        if (url is not null) output.Attribute("href", url.Value.Url);
        if (url is { IsForeign: true }) output.Attribute("rel", "noopener noreferrer");
        if (link.GetAttribute("title") is { Length: > 0 } title) output.Attribute("title", title);
        if (link.ClassName is ("footnote-ref" or "footnote-back-ref") and var name) output.Attribute("class", name);
        output.Content("a");
        return true;
    }

    private (string Url, bool IsForeign)? UrlOf(IElement link, string address)
    {
        switch (resolver.Resolve(address))
        {
            case LinkTarget.ToArticle to:
                log.Article(link, to.Slug, to.Anchor);
                return (to.Slug.Url + (to.Anchor is null ? "" : "#" + Uri.EscapeDataString(to.Anchor)), false);
            case LinkTarget.ToPlace to: return ("#" + Uri.EscapeDataString(to.Anchor), false);
            case LinkTarget.ToSite to: return (to.Url, false);
            case LinkTarget.ToWeb to: return (to.Url, true);
            case LinkTarget.ToFile to:
                log.File(to.Path, to.Asset);
                if (to.Asset is not null) return (to.Asset.Url, false);
                log.Complain(link, link.FirstElementChild is { LocalName: "img" } ? "missing-image" : "missing-file", to.Path);
                return null;
            case LinkTarget.Nowhere { Rule: { } rule } to:
                if (to.LookedFor is { Length: > 0 } path) log.File(path, asset: null);
                log.Complain(link, rule, address);
                return null;
            default: return null;
        }
    }
}
