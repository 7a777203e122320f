using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>
/// What employees type, asked of the sample articles. employee-questions.tsv holds kind, question and the articles that would answer it; the questions were
/// written before any engine saw them, and are not to be changed so that one does better.
/// </summary>
public sealed class EmployeeQuestionsTests(ITestOutputHelper output)
{
    private const int FirstPlaces = 3;
    private const int MostFurtherDown = 10;
    private const double Wanted = 0.95;

    public static TheoryData<string> Engines => [.. SearchEngines.Names];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_right_article_is_among_the_first_three_for_95_of_100_questions(string name)
    {
        var questions = Questions();
        Assert.Equal(200, questions.Select(question => question.Text).Distinct().Count());
        await using var site = await new TestSite().StartAsync($"--Content:Source={Repository.Path("articles")}", $"--Search:Engine={name}");
        var engine = site.Services.GetRequiredService<ISearchEngine>();

        var asked = questions.Select(question => (Question: question, Found: engine.Search(new SearchQuery(question.Text, FirstPlaces)).Slugs())).ToList();
        var missed = asked.Where(each => !each.Found.Intersect(each.Question.Answers).Any()).Select(each => each.Question).ToHashSet();

        foreach (var kind in questions.GroupBy(question => question.Kind))
            output.WriteLine($"{kind.Key,-8} {kind.Count(question => !missed.Contains(question)),3} of {kind.Count()}");
        var lines = asked.Where(each => missed.Contains(each.Question))
            .Select(each => $"{each.Question.Kind}: {each.Question.Text} → {(each.Found is [] ? "nothing" : string.Join(", ", each.Found))}");
        Assert.True(questions.Count - missed.Count >= Wanted * questions.Count, $"{missed.Count} of {questions.Count} missed:\n{string.Join('\n', lines)}");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Articles_for_operators_are_in_nobody_s_way_and_still_found_by_their_own_words(string name)
    {
        await using var site = await new TestSite().StartAsync($"--Content:Source={Repository.Path("articles")}", $"--Search:Engine={name}");
        var engine = site.Services.GetRequiredService<ISearchEngine>();
        var manual = site.Services.GetRequiredService<Server.Publishing.PublishedLibrary>().Whole.Articles
            .Where(article => article.Topic.StartsWith("knowledge-commons", StringComparison.Ordinal)).ToDictionary(article => article.Slug.Value);

        var asked = Questions().Select(question => (question.Text, Found: engine.Search(new SearchQuery(question.Text, FirstPlaces)).Slugs())).ToList();
        Assert.Empty(asked.Where(each => each.Found is [var first, ..] && manual.ContainsKey(first)).Select(each => each.Text));
        // Further down they may stand where hardly anything else has the words.
        Assert.InRange(asked.Count(each => each.Found.Any(manual.ContainsKey)), 0, MostFurtherDown);
        Assert.All(manual.Values, article => Assert.Contains(article.Slug.Value, engine.Search(new SearchQuery(article.Title)).Slugs()));
    }

    [Fact]
    public async Task Every_answer_is_an_article()
    {
        await using var site = await new TestSite().StartAsync($"--Content:Source={Repository.Path("articles")}");
        var library = site.Services.GetRequiredService<Server.Publishing.PublishedLibrary>().Whole;
        Assert.All(Questions().SelectMany(question => question.Answers).Distinct(), slug => Assert.True(library.FindByAddress(slug) is not null, slug));
    }

    private static List<Question> Questions() =>
        [.. File.ReadLines(Repository.Path("tests/KnowledgeCommons.Tests/Searching/employee-questions.tsv"))
            .Select(line => line.Split('\t'))
            .Select(parts => new Question(parts[0], parts[1], parts[2].Split(',')))];

    private sealed record Question(string Kind, string Text, string[] Answers);
}
