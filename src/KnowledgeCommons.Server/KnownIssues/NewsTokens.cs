using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>The secret by which whoever reads an address's mails about a known issue can end them.</summary>
internal sealed class NewsTokens(SiteKey key)
{
    public ReceiptToken Of(string issue, string address) => new('n' + key.Secret($"news:{issue}\n{address}"));
}
