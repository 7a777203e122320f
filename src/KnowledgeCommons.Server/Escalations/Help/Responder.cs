using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Who will have a problem: always somebody with a name. The key is null only for the service desk as such.</summary>
public sealed record Responder(string? Key, string Name, string? Phone, string? DeputyKey, string? DeputyName)
{
    /// <summary>Who is on duty for the topic, else their deputy, else the service desk.</summary>
    internal static Responder For(People people, string topic, Texts texts)
    {
        var duty = people.OnDutyFor(topic);
        var deputy = people.Find(duty?.Deputy);
        return people.Find(duty?.Owner) is { } owner ? Of(owner, deputy)
            : deputy is not null ? Of(deputy, deputy: null)
            : new Responder(Key: null, texts["help.servicedesk"], Phone: null, DeputyKey: null, DeputyName: null);
    }

    /// <summary>The person who knows it already, with whoever is on duty to step in.</summary>
    internal Responder InPlaceOf(Person owner) => owner.Key == Key ? this : new(owner.Key, owner.Name, owner.Phone, Key ?? DeputyKey, Key is null ? DeputyName : Name);

    private static Responder Of(Person person, Person? deputy) => new(person.Key, person.Name, person.Phone, deputy?.Key, deputy?.Name);
}
