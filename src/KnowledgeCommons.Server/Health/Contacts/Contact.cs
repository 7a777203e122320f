using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Health;

/// <summary>A ticket from elsewhere that can be stored; 110-contacts.sql says what each part holds. <paramref name="Person"/> is a keyed hash already.</summary>
internal sealed record Contact(string Source, string Id, string Person, DateTimeOffset At)
{
    public string? Subject { get; init; }
    public string? Text { get; init; }
    public string? Topic { get; init; }
    public string? Article { get; init; }
    public string? SolvedBy { get; init; }
    public string? Reason { get; init; }
    public string? RepeatOf { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public bool IsStaff { get; init; }

    /// <summary>Equal for tickets that say the same, also after their words were dropped from the database.</summary>
    public long Fingerprint() =>
        Hash(string.Join('\u001f', Person, At.ToUnixTimeMilliseconds(), Subject, Text, Topic, Article, SolvedBy, Reason, RepeatOf, ClosedAt?.ToUnixTimeMilliseconds(), IsStaff));

    /// <summary>Equal for the same ticket, whatever it says: eight bytes, so that millions of them fit into memory.</summary>
    public long Key() => Hash($"{Source}\u001f{Id}");

    private static long Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BitConverter.ToInt64(hash);
    }
}
