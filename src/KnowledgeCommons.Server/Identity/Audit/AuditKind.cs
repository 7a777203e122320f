namespace KnowledgeCommons.Server.Identity;

/// <summary>What is written down about those who work here.</summary>
internal static class AuditKind
{
    /// <summary>Opened what a reader wrote in a case.</summary>
    public const string ReadCase = "read-case";

    /// <summary>Was shown the first words of a case in a list.</summary>
    public const string ListedCase = "listed-case";

    /// <summary>Opened what is held because a machine seems to have sent it.</summary>
    public const string ReadHeld = "read-held";

    /// <summary>Opened what readers wrote about an article.</summary>
    public const string ReadAnswers = "read-answers";

    /// <summary>Gave a case another promise.</summary>
    public const string Promise = "promise";

    /// <summary>Said of an article that people complained about that it is right.</summary>
    public const string Declined = "declined";

    /// <summary>Made, closed or opened an account, or changed its groups.</summary>
    public const string Roles = "roles";

    /// <summary>A setting is another one than at the last start.</summary>
    public const string Settings = "settings";

    /// <summary>Took the audit out of the site, or a person out of the database.</summary>
    public const string Taken = "taken";
}
