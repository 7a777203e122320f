namespace KnowledgeCommons.Server.Feedback;

internal static class FeedbackSetup
{
    public static void AddFeedback(this WebApplicationBuilder builder)
    {
    }

    public static void MapFeedback(this WebApplication app)
    {
    }
}
