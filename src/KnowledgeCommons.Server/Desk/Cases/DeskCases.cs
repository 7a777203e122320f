namespace KnowledgeCommons.Server.Desk;

internal static class DeskCases
{
    public static void MapDeskCases(this RouteGroupBuilder desk)
    {
    }
}
