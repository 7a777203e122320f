using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// One version of an article's meaning: 12 hexadecimal digits of the SHA-256 of its title and normalised body.
/// Front matter other than the title, line endings and white space do not change it.
/// </summary>
public readonly record struct Revision(string Value)
{
    public static Revision Of(string title, ReadOnlySpan<char> body)
    {
        var words = new StringBuilder(title.Length + body.Length + 1).Append(title).Append('\n');
        var between = false;
        foreach (var letter in body)
        {
            if (char.IsWhiteSpace(letter)) { between = true; continue; }
            if (between) words.Append(' ');
            between = false;
            words.Append(letter);
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString()));
        return new Revision(Convert.ToHexStringLower(hash.AsSpan(0, 6)));
    }

    public override string ToString() => Value;
}
