namespace KnowledgeCommons.Server.Health;

/// <summary>What became of tickets: new ones, ones that say something else than before, and ones that were known as they are.</summary>
internal readonly record struct KeptContacts(long Added, long Updated, long Unchanged)
{
    public static KeptContacts operator +(KeptContacts one, KeptContacts other) =>
        new(one.Added + other.Added, one.Updated + other.Updated, one.Unchanged + other.Unchanged);
}
