using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>The people who read: pseudonyms that nobody's browser can have, because nobody knows a value whose hash they are.</summary>
internal sealed class DemoReaders
{
    private const int PseudonymBytes = 16;
    private readonly string[] _keys;
    private readonly Dice _dice;
    private readonly Dictionary<(int Reader, string Article), int> _lastRead = [];

    public DemoReaders(int people, int seed, Dice dice)
    {
        _keys = [.. Enumerable.Range(0, people).Select(n => Key($"{seed}/{n}"))];
        _dice = dice;
    }

    /// <summary>Somebody who has not read the article for four weeks, if there is such a person among those met first.</summary>
    public string Pick(string article, int day)
    {
        var reader = _dice.Below(_keys.Length);
        for (var tries = 0; tries < 12 && _lastRead.TryGetValue((reader, article), out var last) && day - last < 28; tries++) reader = _dice.Below(_keys.Length);
        _lastRead[(reader, article)] = day;
        return _keys[reader];
    }

    private static string Key(string name) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("kc demo " + name)).AsSpan(0, PseudonymBytes));
}
