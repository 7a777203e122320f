using KnowledgeCommons.Content.Articles;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Content.Building;

/// <summary>Reads one person or team.</summary>
internal sealed class PersonReader(PeopleYaml file, DaysOffReader daysOff)
{
    public Person Read(string key, YamlMappingNode fields) =>
        new(key, PeopleYaml.Text(fields, "name") ?? key, PeopleYaml.Text(fields, "role") ?? "", PeopleYaml.Text(fields, "email"), PeopleYaml.Text(fields, "phone"),
            PeopleYaml.Field(fields, "members") is YamlSequenceNode members ? PeopleYaml.List(members) : [])
        {
            Hours = HoursReader.Read(fields, file),
            Zone = file.Zone(fields),
            Holidays = daysOff.Holidays(fields),
            Absences = daysOff.Absences(fields),
            Deputy = PeopleYaml.Text(fields, "deputy"),
            Lead = PeopleYaml.Text(fields, "lead"),
            Covers = PeopleYaml.List(PeopleYaml.Field(fields, "covers")),
            LeftOn = file.Date(fields, "left_on"),
            Accounts = PeopleYaml.List(PeopleYaml.Field(fields, "account")),
            Place = file.PlaceOf(fields)
        };

    /// <summary>Tells of keys that name nobody: members, a deputy, a lead; and of an account that is somebody else's or a team's.</summary>
    public void CheckNames(YamlMappingNode fields, Person person, IReadOnlyDictionary<string, Person> people)
    {
        foreach (var (field, keys) in new[] { ("members", person.Members), ("deputy", [person.Deputy]), ("lead", (IReadOnlyList<string?>)[person.Lead]) })
            foreach (var key in keys)
                if (key is not null && !people.ContainsKey(key))
                    file.Tell(PeopleYaml.Field(fields, field), $"'{person.Key}' names '{key}' under {field}, who is not in the list of people.", "Add the person or correct the key.");
        if (person.IsTeam && person.Accounts.Count > 0)
            file.Tell(PeopleYaml.Field(fields, "account"), $"'{person.Key}' is a team, and a team does not sign in.", "Write the account beside each member.");
        foreach (var account in person.IsTeam ? [] : person.Accounts)
            if (people.Values.First(other => !other.IsTeam && other.Accounts.Contains(account)) is var first && first.Key != person.Key)
                file.Tell(PeopleYaml.Field(fields, "account"), $"The account '{account}' is that of '{first.Key}', too; the first one counts.", "Remove it from one of the two.");
    }
}
