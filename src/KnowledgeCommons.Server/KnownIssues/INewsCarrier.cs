using System.Data.Common;

namespace KnowledgeCommons.Server.KnownIssues;

/// <summary>Brings a change of a known issue to those who left an address. Who sends messages implements it; this slice knows nobody who does.</summary>
internal interface INewsCarrier
{
    /// <summary>Whether an address left now would be written to.</summary>
    bool IsSetUp { get; }

    /// <summary>Takes a message for each address along in the transaction of the change; a second time for the same change does nothing.</summary>
    Task AddAsync(DbConnection connection, string change, IReadOnlyList<string> addresses);

    /// <summary>
    /// Takes a message about a proposal to whoever is on duty, and to the rooms where colleagues hear of everything, along in its transaction. Returns
    /// the name of whoever is on duty, also when nothing can be sent to them.
    /// </summary>
    Task<string> ProposeAsync(DbConnection connection, string proposal);

    /// <summary>To be called when the change is on disk.</summary>
    void Wake();
}
