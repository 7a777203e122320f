using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>Somebody changed an article on their own account.</summary>
internal readonly record struct SimulatedRevision(int Article, RevisionChange Change);
