namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>How somebody stuffs an article with bad votes.</summary>
internal enum Stuffing
{
    None,

    /// <summary>One visitor, again and again.</summary>
    OneVisitor,

    /// <summary>Many made-up visitors on one day.</summary>
    ManyInADay,

    /// <summary>A vote every few days.</summary>
    SlowDrip
}
