using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// What is stored of a person in place of their address: a keyed hash (HMAC-SHA-256), the same for a case opened here and a ticket from elsewhere, so that
/// both can be joined; without the key nobody can try addresses against it. The key is the setting Identity:PersonKey, else a file in the data folder.
/// </summary>
internal sealed class PersonKeys(DataFolder folder, IOptions<IdentityOptions> options)
{
    private const string FileName = "persons.key";

    // Addresses were hashed with this key before they had one of their own, and have to be known again.
    private const string FormerFile = "receipts.key";
    private readonly Lazy<byte[]> _key = new(() => options.Value.PersonKey is { } set ? Encoding.UTF8.GetBytes(set) : Kept(folder));

    /// <summary>The hash of a mail address, a phone number or any other name, however it was written: capitals and the blanks of a number make no difference.</summary>
    public string HashOf(string written)
    {
        var normal = Encoding.UTF8.GetBytes("address:" + ContactAddress.Normal(written));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key.Value, normal, hash);
        return Base64Url.EncodeToString(hash);
    }

    private static byte[] Kept(DataFolder folder)
    {
        var (file, former) = (folder.File(FileName), folder.File(FormerFile));
        return !File.Exists(file) && File.Exists(former) ? KeyFile.Make(file, File.ReadAllBytes(former)) : KeyFile.ReadOrMake(file);
    }
}
