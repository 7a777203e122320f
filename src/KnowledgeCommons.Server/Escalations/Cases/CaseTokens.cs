using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The secret in a case's receipt address. The database holds only hashes, and yet a later mail can carry the link again.</summary>
internal sealed class CaseTokens(SiteKey key)
{
    public ReceiptToken Of(string caseId) => new('c' + key.Secret(caseId));

    /// <summary>The token of a stored case; null when the key was lost since: then no link is better than one that leads nowhere.</summary>
    public ReceiptToken? Of(CaseRow stored) => Of(stored.Id) is var token && token.Hash == stored.TokenHash ? token : null;
}
