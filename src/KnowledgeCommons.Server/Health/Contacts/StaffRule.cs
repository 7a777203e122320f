namespace KnowledgeCommons.Server.Health;

/// <summary>Whose tickets and cases say nothing about articles: addresses, and whole domains as "@example.com".</summary>
internal sealed class StaffRule(IEnumerable<string> set)
{
    private readonly HashSet<string> _addresses = new(set.Select(address => address.Trim()), StringComparer.OrdinalIgnoreCase);

    public bool Covers(string person) =>
        _addresses.Count > 0 && (_addresses.Contains(person) || (person.LastIndexOf('@') is >= 0 and var at && _addresses.Contains(person[at..])));

    /// <summary>The addresses that are no domains.</summary>
    public IEnumerable<string> People => _addresses.Where(address => !address.StartsWith('@'));
}
