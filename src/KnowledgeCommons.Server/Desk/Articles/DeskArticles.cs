namespace KnowledgeCommons.Server.Desk;

internal static class DeskArticles
{
    public static void MapDeskArticles(this RouteGroupBuilder desk)
    {
    }
}
