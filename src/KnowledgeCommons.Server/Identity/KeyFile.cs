using System.Security.Cryptography;

namespace KnowledgeCommons.Server.Identity;

/// <summary>A random key of 256 bits in a file that only the server's own user may read; made when it is not there.</summary>
internal static class KeyFile
{
    private const int Bytes = 32;

    public static byte[] ReadOrMake(string file) => File.Exists(file) ? File.ReadAllBytes(file) : Make(file, RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Make(string file, byte[] key)
    {
        var fresh = file + ".new";
        File.WriteAllBytes(fresh, key);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(fresh, file, overwrite: true);
        return key;
    }
}
