using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>The secrets of those whom a known issue affects: by one of them whoever reads an address's mails about it can end them.</summary>
internal sealed class NewsTokens(SiteKey key)
{
    public ReceiptToken Of(string issue, string address) => new('n' + key.Secret($"news:{issue}\n{address}"));

    /// <summary>The receipt of a reader whose "this affects me too" is held; the same when they press again.</summary>
    public ReceiptToken OfHeld(string issue, Reader reader, string typed) => new('n' + key.Secret($"held:{issue}\n{reader.Key}\n{typed}"));
}
