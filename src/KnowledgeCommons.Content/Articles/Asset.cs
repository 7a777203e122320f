namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// A picture or attachment that lies among the articles. <paramref name="Hash"/> is its content hash (hexadecimal), part of
/// its address, so it may be cached for ever.
/// </summary>
public sealed record Asset(string Path, string Hash, long Size)
{
    public string Url => $"/assets/{Hash[..12]}/" + AddressPath.Escape(Path);
}
