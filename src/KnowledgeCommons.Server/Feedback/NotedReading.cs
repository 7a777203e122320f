using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Feedback;

/// <summary>Who looked at which revision on which day (see <see cref="Readings.DayOf"/>).</summary>
internal readonly record struct ReadingKey(string Reader, Slug Slug, Revision Revision, long Day);

/// <summary>How often that was since it was last stored, and when first and last.</summary>
internal readonly record struct NotedReading(ReadingKey Key, DateTimeOffset First, DateTimeOffset Last, int Times)
{
    public NotedReading Again(DateTimeOffset at) => this with { Last = at, Times = Times + 1 };
}
