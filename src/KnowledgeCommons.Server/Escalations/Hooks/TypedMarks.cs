using System.Text.RegularExpressions;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What technicians say by marks in a room, where there are no states and tags: #open, #waiting or #closed; why a person was needed, such as #the-page;
/// and #used:vpn-wifi/hotel-wifi for the article that helped. <see cref="Words"/> is what is left for the reader.
/// </summary>
internal sealed partial record TypedMarks(string Words, TicketState? State, IReadOnlyList<string> Labels)
{
    private const string Used = "used:";

    public static TypedMarks Of(string text)
    {
        var marks = Mark().Matches(text).Select(mark => mark.Groups[1].Value.ToLowerInvariant()).ToList();
        var labels = marks.Select(LabelOf).OfType<string>().ToList();
        return new TypedMarks(Mark().Replace(text, "").Trim(), marks.Select(StateOf).LastOrDefault(state => state is not null), labels);
    }

    private static TicketState? StateOf(string mark) => mark switch
    {
        "open" => TicketState.Open,
        "waiting" => TicketState.Waiting,
        "closed" => TicketState.Closed,
        _ => null
    };

    private static string? LabelOf(string mark) =>
        mark.StartsWith(Used, StringComparison.Ordinal) ? TicketNews.ArticleLabel + mark[Used.Length..]
        : CloseReason.All.Contains(mark) ? TicketNews.ReasonLabel + mark
        : null;

    [GeneratedRegex(@"(?<!\S)#(open|waiting|closed|the-page|needs-a-person|other|used:[a-z0-9/_-]{1,200})(?!\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
