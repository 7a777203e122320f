namespace KnowledgeCommons.Server.Searching;

/// <summary>The parts of an article that are searched, in the order in which every index holds them.</summary>
internal enum Field
{
    Title,
    AlsoCalled,
    Symptoms,
    Summary,
    Headings,
    Body,
    Codes,
    Language
}
