using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// The secret in a case's receipt address: 128 bits of an HMAC over the case's id, under a random key that lies beside the database and not
/// in it. So the database holds only hashes, and yet a later mail can carry the link again.
/// </summary>
internal sealed class CaseTokens(DataFolder folder)
{
    private const string FileName = "receipts.key";
    private const int TokenBytes = 16;
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrMake(folder.File(FileName)));

    public ReceiptToken Of(string caseId)
    {
        var mac = HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(caseId));
        return new ReceiptToken('c' + Base64Url.EncodeToString(mac.AsSpan(0, TokenBytes)));
    }

    /// <summary>The token of a stored case; null when the key was lost since: then no link is better than one that leads nowhere.</summary>
    public ReceiptToken? Of(CaseRow stored) => Of(stored.Id) is var token && token.Hash == stored.TokenHash ? token : null;
}
