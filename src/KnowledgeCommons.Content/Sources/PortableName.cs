using System.Buffers;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Which file names every operating system can hold; an author on Windows cannot even check out the others.</summary>
internal static class PortableName
{
    private const int LongestSegment = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"|?*\\" + string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)));

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "conin$", "conout$", "com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³",
    };

    /// <summary>Why Windows cannot hold the path, as the end of a sentence; null when it can.</summary>
    public static string? Objection(string path) =>
        path.Split('/').Select(ObjectionToSegment).FirstOrDefault(objection => objection is not null);

    private static string? ObjectionToSegment(string segment)
    {
        if (segment.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at)
            return char.IsControl(segment[at]) ? "it contains a control character" : $"it contains {segment[at]}";
        if (segment.EndsWith('.') || segment.EndsWith(' '))
            return "a part of it ends with a dot or a space";
        if (segment.Length > LongestSegment)
            return $"a part of it is longer than {LongestSegment} characters";
        return IsDevice(segment) ? $"{segment} is the name of a device there" : null;
    }

    private static bool IsDevice(string segment)
    {
        var name = segment.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(name)
            || (name.Length == 4 && char.IsAsciiDigit(name[3])
                && (name.StartsWith("com", StringComparison.OrdinalIgnoreCase) || name.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)));
    }
}
