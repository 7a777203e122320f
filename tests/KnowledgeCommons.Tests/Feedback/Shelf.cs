using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Feedback;

/// <summary>Puts small libraries in place of the published one: articles owned by Ada, with a revision for each wording of the body.</summary>
internal static class Shelf
{
    private static readonly Person Ada = new("ada", "Ada Byron", "Network", "ada@example.com", null, []);

    private static readonly People Everybody =
        new(new Dictionary<string, Person> { ["ada"] = Ada }, new Dictionary<string, Duty> { ["default"] = new("ada", null) });

    public static Article Article(string path, string body = "Turn it off and on.", string? id = null)
    {
        var slug = Slug.FromPath(path) ?? throw new ArgumentException($"not usable as a slug: {path}", nameof(path));
        return new Article
        {
            SourceHash = "0",
            Slug = slug,
            Id = id ?? slug.Value,
            Path = path + ".md",
            Title = $"About {path}",
            Revision = Revision.Of(path, body),
            Html = Encoding.UTF8.GetBytes($"<p>{body}</p>"),
            Source = Encoding.UTF8.GetBytes(body)
        };
    }

    public static Library Library(params IReadOnlyList<Article> articles) =>
        new(Guid.NewGuid().ToString(), articles, [], Everybody, [], new Dictionary<string, Slug>());

    /// <summary>Publishes the articles and, so that tests are not races, waits until their revisions are remembered.</summary>
    public static async Task<Library> PublishAsync(this TestSite site, params IReadOnlyList<Article> articles)
    {
        var library = Library(articles);
        await site.PublishAsync(library);
        return library;
    }

    public static async Task PublishAsync(this TestSite site, Library library)
    {
        site.Services.GetRequiredService<PublishedLibrary>().Replace(library);
        var seen = site.Services.GetRequiredService<Server.Feedback.RevisionsSeen>();
        await seen.RememberAsync(library, Content.Articles.Library.Empty, CancellationToken.None);
    }

    public static FormUrlEncodedContent Form(params IReadOnlyList<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>Says something about an article; returns the answer of the site.</summary>
    public static Task<HttpResponseMessage> SayAsync(this HttpClient reader, string slug, string answer, params IReadOnlyList<(string, string)> more) =>
        reader.PostAsync($"/articles/{slug}/outcome", Form([("answer", answer), .. more]));

    /// <summary>Says something and returns the address of the receipt.</summary>
    public static async Task<string> ReceiptAsync(this HttpClient reader, string slug, string answer, params IReadOnlyList<(string, string)> more)
    {
        using var response = await reader.SayAsync(slug, answer, more);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location?.ToString() ?? "";
    }
}
