namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Failures, those expected of an ordinary page, and reasons, of which some name the page.</summary>
internal readonly record struct ContactEvidence(double Failed, double Expected, double Reasons, double PageReasons);
