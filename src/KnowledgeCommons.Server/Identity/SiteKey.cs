using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// A random key that lies beside the database and not in it. Secrets that have to be told again later are made of it and of what they are for, so
/// that the database holds only hashes, and yet a later mail can carry the same link.
/// </summary>
internal sealed class SiteKey(DataFolder folder)
{
    private const string FileName = "receipts.key";
    private const int KeyBytes = 32;
    private const int TokenBytes = 16;
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(folder.File(FileName)));

    /// <summary>128 bits of an HMAC over the purpose, in 22 letters: always the same for the same purpose, and not to be guessed without the key.</summary>
    public string Secret(string purpose) => Base64Url.EncodeToString(Mac(purpose).AsSpan(0, TokenBytes));

    /// <summary>What is stored of something to know it again: nobody can try words against it without the key.</summary>
    public string HashOf(string words) => Base64Url.EncodeToString(Mac(words));

    private byte[] Mac(string words) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(words));

    private static byte[] ReadOrMake(string file)
    {
        if (File.Exists(file)) return File.ReadAllBytes(file);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var fresh = file + ".new";
        File.WriteAllBytes(fresh, key);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(fresh, file, overwrite: true);
        return key;
    }
}
