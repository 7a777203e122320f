namespace KnowledgeCommons.Server.Privacy;

internal sealed record KeptColumn(string Name, Holds Holds)
{
    public bool IsOfReaders => Holds is not (Holds.Nothing or Holds.Staff);

    public static KeptColumn[] Plain(params IEnumerable<string> names) => Of(Holds.Nothing, names);
    public static KeptColumn[] Pseudonyms(params IEnumerable<string> names) => Of(Holds.Pseudonym, names);
    public static KeptColumn[] PersonHashes(params IEnumerable<string> names) => Of(Holds.PersonHash, names);
    public static KeptColumn[] Addresses(params IEnumerable<string> names) => Of(Holds.Address, names);
    public static KeptColumn[] Names(params IEnumerable<string> names) => Of(Holds.Name, names);
    public static KeptColumn[] Words(params IEnumerable<string> names) => Of(Holds.Words, names);
    public static KeptColumn[] Staff(params IEnumerable<string> names) => Of(Holds.Staff, names);
    public static KeptColumn[] Links(params IEnumerable<string> names) => Of(Holds.Link, names);

    private static KeptColumn[] Of(Holds holds, IEnumerable<string> names) => [.. names.Select(name => new KeptColumn(name, holds))];
}
