namespace KnowledgeCommons.Server.Desk;

/// <summary>One page of a long list, counted from 1. Whatever was asked for, it is a page that exists.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Pages, int Total)
{
    private const int PerPage = 50;

    public static PageOf<T> Of(IReadOnlyList<T> all, string? asked)
    {
        var pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        var number = int.TryParse(asked, out var wanted) ? Math.Clamp(wanted, 1, pages) : 1;
        return new PageOf<T>([.. all.Skip((number - 1) * PerPage).Take(PerPage)], number, pages, all.Count);
    }
}
