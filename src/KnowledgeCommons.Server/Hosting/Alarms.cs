using System.Collections.Concurrent;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>What an operator has to look at, as sentences, for the desk and for /readyz. Each part of the site has its own and replaces them as a whole.</summary>
internal sealed class Alarms
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _byPart = new();

    public IReadOnlyList<string> All => [.. _byPart.OrderBy(part => part.Key, StringComparer.Ordinal).SelectMany(part => part.Value)];

    public void Replace(string part, IReadOnlyList<string> sentences) => _byPart[part] = sentences;
}
