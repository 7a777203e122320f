namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Why an article stands where it stands. <paramref name="Text"/>: its text score by that of the best text, 0 to 1. <paramref name="Learnt"/>: what earlier
/// answers say. <paramref name="Language"/>: 1 in the reader's language, less in another. <paramref name="Topic"/>: 1 in a topic for everybody, less in one
/// for the people who run the site.
/// </summary>
public readonly record struct Standing(double Text, Learnt Learnt, double Language = 1, double Topic = 1)
{
    // Chosen on the middle part of a corpus of questions, where 3.3 to 4.5 are alike. One vote for exactly these words is worth 0.94 of the best text.
    private const double LearntCounts = 4;

    /// <summary>What earlier answers add, on the scale of <see cref="Text"/>.</summary>
    public double FromAnswers => LearntCounts * Learnt.Strength;

    public double Score => Language * Topic * (Text + FromAnswers);
}
