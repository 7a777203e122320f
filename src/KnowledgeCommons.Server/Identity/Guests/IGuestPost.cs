using System.Data.Common;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Brings a code to a mail address. Who sends messages implements it; the floor knows nobody who does.</summary>
internal interface IGuestPost
{
    /// <summary>Whether mails can be sent at all.</summary>
    bool IsSetUp { get; }

    /// <summary>Takes a mail with the code of that id along in the transaction. From <paramref name="until"/> on the code is of no use, and so is the mail.</summary>
    Task AddAsync(DbConnection connection, string id, string address, DateTimeOffset until);

    /// <summary>To be called when it is on disk.</summary>
    void Wake();
}
