using System.Collections.Frozen;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Words that say nothing about the problem. They are left out of a question as long as other words remain.</summary>
internal static class StopWords
{
    // "not", "no", "off", "on", "up", "down" are missing on purpose: they tell what is wrong.
    // "won't", "can't" and the like say only that something is, which is why people ask.
    private static readonly FrozenSet<string> All =
        ("a about am an and any anyone anything are arent as at be because been being but by can cannot cant could couldnt did didnt do does "
        + "doesnt dont everyone everything for from get gets getting got had has hasnt have havent having he hello help her hi his how i if "
        + "im in into is isnt it its ive just keep keeps like me my need nobody now of or our out please said say says she since so some "
        + "something still that the their them then there these they thing things think this to today too tried try trying us want wants was "
        + "wasnt we were werent what when where which while who why will with wont would wouldnt you your").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word (lower case, no apostrophes, ending not taken off) is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> folded) => Spans.Contains(folded);
}
