namespace KnowledgeCommons.Server.Identity;

/// <summary>What somebody does here. Everybody is a reader; an administrator may do all that the others may.</summary>
[Flags]
internal enum Role
{
    Reader = 0,
    Technician = 1,
    Owner = 2,
    Administrator = 4,

    /// <summary>Of the topics and articles that settings name, and of no others; see <see cref="Visitor.Owns"/>.</summary>
    OwnerOfSome = 8,
    AnyOwner = Owner | OwnerOfSome
}
