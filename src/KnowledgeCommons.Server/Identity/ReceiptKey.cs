using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// A random key that lies beside the database and not in it: tokens made from it can be made again for a later mail, although the database holds only their
/// hashes.
/// </summary>
internal sealed class ReceiptKey(DataFolder folder)
{
    private const string FileName = "receipts.key";
    private const int TokenBytes = 16;
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrMake(folder.File(FileName)));

    /// <summary>The token of a thing with that name: the letter says whose receipt it is, the rest is 128 bits of an HMAC.</summary>
    public ReceiptToken TokenOf(char letter, string name)
    {
        var mac = HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(name));
        return new ReceiptToken(letter + Base64Url.EncodeToString(mac.AsSpan(0, TokenBytes)));
    }
}
