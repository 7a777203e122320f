using AngleSharp.Dom;
using KnowledgeCommons.Content.Markdown.Html;

namespace KnowledgeCommons.Content.Markdown.Links;

/// <summary>
/// Writes pictures: our own are loaded when they come into view, those of other sites become links, missing ones their description.
/// </summary>
internal sealed class PictureWriter(LinkResolver resolver, ReferenceLog log, AnchorRegister anchors, MarkupWriter output)
{
    public void Write(IElement picture, bool isInLink)
    {
        var address = picture.GetAttribute("src") ?? "";
        var words = NodeText.Collapse(picture.GetAttribute("alt") ?? "");
        switch (resolver.Resolve(address))
        {
            case LinkTarget.ToFile { Asset: { } asset } own:
                log.File(own.Path, asset);
                WriteOwn(picture, asset.Url, words.Length == 0 && isInLink ? NameOf(own.Path) : words);
                break;
            case LinkTarget.ToWeb foreign:
                log.Complain(picture, "foreign-image", foreign.Url);
                WriteForeign(foreign.Url, words, isInLink);
                break;
            case LinkTarget.Nowhere { Rule: ("link-scheme" or "link-leaves-folder") and var rule }:
                log.Complain(picture, rule, address);
                WriteMissing(words);
                break;
            case var target:
                var path = (target as LinkTarget.ToFile)?.Path ?? address;
                if (target is LinkTarget.ToFile or LinkTarget.Nowhere { LookedFor.Length: > 0 })
                    log.File((target as LinkTarget.Nowhere)?.LookedFor ?? path, asset: null);
                log.Complain(picture, "missing-image", path);
                WriteMissing(words.Length == 0 && isInLink ? NameOf(path) : words);
                break;
        }
    }

    private void WriteOwn(IElement picture, string url, string words)
    {
        output.Open("img");
        output.Attribute("src", url);
        output.Attribute("alt", words);
        if (anchors.Claim(picture.Id) is { } id) output.Attribute("id", id);
        if (picture.GetAttribute("title") is { Length: > 0 } title) output.Attribute("title", title);
        WriteSize(picture, "width");
        WriteSize(picture, "height");
        output.Attribute("loading", "lazy");
        output.Attribute("decoding", "async");
        output.Content("img");
    }

    private void WriteSize(IElement picture, string side)
    {
        if (picture.GetAttribute(side) is not { } written) return;
        var digits = written.AsSpan().Trim();
        if (digits.EndsWith("px", StringComparison.OrdinalIgnoreCase)) digits = digits[..^2].Trim();
        if (ushort.TryParse(digits, out var pixels) && pixels > 0)
            output.Attribute(side, pixels.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void WriteForeign(string url, string words, bool isInLink)
    {
        if (words.Length == 0) words = NameOf(url);
        if (isInLink)
        {
            output.Text(words);
            return;
        }
        output.Open("a");
        output.Attribute("href", url);
        output.Attribute("rel", "noopener noreferrer");
        output.Content("a");
        output.Text(words);
        output.Close("a");
    }

    private void WriteMissing(string words)
    {
        if (words.Length == 0) return;
        output.Open("span");
        output.Attribute("class", "missing-image");
        output.Content("span");
        output.Text(words);
        output.Close("span");
    }

    private static string NameOf(string path)
    {
        var end = path.IndexOfAny(['?', '#']) is >= 0 and var cut ? path[..cut] : path;
        var name = Uri.UnescapeDataString(end[(end.LastIndexOf('/') + 1)..]);
        return name.Length == 0 ? path : name;
    }
}
