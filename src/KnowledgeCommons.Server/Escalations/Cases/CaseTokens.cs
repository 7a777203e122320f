using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The secrets of cases. They are made of the case's id, so that a later mail can carry the same link again.</summary>
internal sealed class CaseTokens(SiteKey key)
{
    public ReceiptToken Of(string caseId) => new('c' + key.Secret(caseId));

    /// <summary>The token of a stored case; null when the key was lost since: then no link is better than one that leads nowhere.</summary>
    public ReceiptToken? Of(CaseRow stored) => Of(stored.Id) is var token && token.Hash == stored.TokenHash ? token : null;

    /// <summary>
    /// The token by which somebody says "the same problem as before". It goes to the address that was given and nowhere else: who has it reads
    /// that mailbox.
    /// </summary>
    public ReceiptToken SameAgain(string caseId) => new('s' + key.Secret("same:" + caseId));

    /// <summary>What is stored to know an address again.</summary>
    public string HashOfAddress(string address) => key.HashOf("address:" + address);
}
