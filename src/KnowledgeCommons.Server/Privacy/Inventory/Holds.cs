namespace KnowledgeCommons.Server.Privacy;

/// <summary>What a column tells of a person.</summary>
internal enum Holds
{
    /// <summary>Nothing about anybody: counts, moments, and what articles are called.</summary>
    Nothing,

    /// <summary>The hash of the random value in a reader's cookie.</summary>
    Pseudonym,

    /// <summary>A keyed hash of an address or of an account.</summary>
    PersonHash,

    /// <summary>A mail address or phone number that somebody gave for an answer.</summary>
    Address,

    /// <summary>A name that a reader gave, or the login of an account.</summary>
    Name,

    /// <summary>What a reader typed or sent.</summary>
    Words,

    /// <summary>The name or words of somebody who works at the desk or on articles.</summary>
    Staff,

    /// <summary>The hash of what stands in somebody's private link or cookie, or what it is in another system.</summary>
    Link
}
