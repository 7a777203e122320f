using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Says in one sentence what the numbers of a revision claim.</summary>
internal static class EvidenceSentence
{
    private const int LastInWords = 10;

    /// <summary>Such as "5 of 12 people who used this version then had to contact us; three came back within a week."</summary>
    public static string Of(RevisionNumbers numbers, Texts texts)
    {
        if (numbers.Attempts == 0) return texts["health.sentence.nothing"];
        var contacted = numbers.Contacted == 0
            ? texts.Count("health.sentence.nobody", numbers.Attempts)
            : texts.Count("health.sentence.contacted", numbers.Attempts, ("contacted", numbers.Contacted));
        return numbers.PeopleBack == 0 ? contacted + "." : texts.With("health.sentence.back", ("contacted", contacted), ("back", InWords(numbers.PeopleBack, texts)));
    }

    private static string InWords(int number, Texts texts) => number <= LastInWords ? texts[$"health.number.{number}"] : $"{number}";
}
