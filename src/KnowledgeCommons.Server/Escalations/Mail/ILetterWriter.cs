namespace KnowledgeCommons.Server.Escalations;

/// <summary>Words the mails of one kind that another slice has sent; this slice knows nobody who does.</summary>
internal interface ILetterWriter
{
    /// <summary>Stored with each message; never changes.</summary>
    string Kind { get; }

    /// <summary>The letter about an event, in the words of this moment; null when there is nothing to tell any more.</summary>
    Task<Letter?> WriteAsync(string about, CancellationToken cancel);
}
