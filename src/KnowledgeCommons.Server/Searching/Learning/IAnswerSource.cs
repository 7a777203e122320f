namespace KnowledgeCommons.Server.Searching;

/// <summary>A part of the product in which people confirm that an article answered what they had asked, or did not.</summary>
internal interface IAnswerSource
{
    /// <summary>Something that is another as soon as there are more answers; cheap.</summary>
    Task<string> MarkAsync(CancellationToken cancel);

    /// <summary>All answers since then, in no order.</summary>
    Task<IReadOnlyList<ConfirmedAnswer>> AllSinceAsync(DateTimeOffset since, CancellationToken cancel);
}
