namespace KnowledgeCommons.Server.Health;

/// <summary>Which column of a file holds which field. Of columns with the same name (Jira repeats some) the first counts.</summary>
internal sealed class ColumnMap
{
    private static readonly string[] Needed = ["id", "person", "at"];
    private readonly Dictionary<string, int> _places;

    private ColumnMap(Dictionary<string, int> places) => _places = places;

    /// <summary>The column of a field, from 0; -1 when the file has none.</summary>
    public int this[string field] => _places.GetValueOrDefault(field, -1);

    /// <summary>The fields that were found, each with the name of its column.</summary>
    public IReadOnlyList<(string Field, string Column)> Found { get; private init; } = [];

    /// <summary>Exactly one of the two is not null. <paramref name="chosen"/> goes before the preset: field to column.</summary>
    public static (ColumnMap? Map, string? Refusal) Of(IReadOnlyList<string> header, ContactPreset preset, IReadOnlyDictionary<string, string> chosen)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, column) in header.Index()) places.TryAdd(column.Trim(), place);
        var missing = chosen.Values.FirstOrDefault(column => !places.ContainsKey(column));
        if (missing is not null) return (null, $"There is no column \"{missing}\". {Has(header)}");
        var found = new Dictionary<string, int>();
        foreach (var field in ContactFields.Names)
        {
            var names = chosen.TryGetValue(field, out var column) ? [column] : preset.Columns.GetValueOrDefault(field, []);
            if (names.FirstOrDefault(places.ContainsKey) is { } name) found[field] = places[name];
        }
        return Needed.FirstOrDefault(field => !found.ContainsKey(field)) is { } lacking
            ? (null, $"No column holds the field \"{lacking}\". {Has(header)} Say which it is with --map \"COLUMN={lacking}\".")
            : (new ColumnMap(found) { Found = [.. found.Select(each => (each.Key, header[each.Value].Trim()))] }, null);
    }

    private static string Has(IReadOnlyList<string> header)
    {
        const int most = 40;
        var names = string.Join(", ", header.Take(most).Select(name => name.Trim()).Where(name => name.Length > 0));
        return $"The file has: {(names.Length > 1000 ? names[..1000] + " …" : names)}{(header.Count > most ? " …" : "")}.";
    }
}
