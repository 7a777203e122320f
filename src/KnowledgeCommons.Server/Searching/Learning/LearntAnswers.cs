using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The memory of what helped: an index over the questions that articles answered. A new question is compared with all earlier ones; the most similar of them
/// vote for the articles that answered them (k nearest neighbours). Immutable: new evidence makes a new one.
/// <para>
/// Two questions are similar by the weight of the words they share: Σ idf(shared) / √(Σ idf(one) · Σ idf(other)), from 0 to 1, with the inverse document
/// frequency of BM25 over the questions. An article's evidence is E = Σ age · similarity², negative answers taken off, and its strength
/// √(E / (E + 1)) · V / (V + 2) with V votes: the first factor tells how much alike the questions are, the second shrinks what few people said.
/// </para>
/// <para>
/// Nobody can stuff the box: of one person, and of all people of one day, only one question counts for an article, so that a thousand fresh pseudonyms
/// in an afternoon weigh as much as one, and one vote never outranks the best text (see <see cref="Standing"/>).
/// </para>
/// </summary>
internal sealed class LearntAnswers
{
    private const int MostNeighbours = 150;
    private const int MostPerArticle = 500;
    private const int MostToCompare = 20_000;
    private const double LeastSimilar = 0.05;
    // As if there had been so many other questions: among the first few, every word would look common.
    private const int Assumed = 50;
    private const double DaysToHalve = 365;
    private readonly Question[] _questions;
    private readonly FrozenDictionary<string, int[]> _questionsWith;
    private readonly double _unknown;
    private readonly IReadOnlyList<Told> _told;
    private readonly ConditionalWeakTable<IndexFacts, LearntAnswers> _ofSome = [];

    private LearntAnswers(Question[] questions, IReadOnlyList<Told> told)
    {
        (_questions, _told) = (questions, told);
        _questionsWith = questions
            .SelectMany((question, place) => question.Stems.Select(stem => (stem, place)))
            .GroupBy(each => each.stem, each => each.place)
            .ToFrozenDictionary(stem => stem.Key, stem => stem.ToArray());
        Words = questions.SelectMany(question => question.Words).ToFrozenSet();
        WordsOfMany = Shared(told);
        _unknown = Weight(0);
        foreach (var question in _questions) question.Weight = question.Stems.Sum(Weight);
    }

    public static LearntAnswers None { get; } = new([], []);

    /// <summary>How many questions are remembered.</summary>
    public int Count => _questions.Length;

    /// <summary>All words of the remembered questions, as people wrote them, in lower case.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>
    /// Words that may be shown to others, because many used them: at least <see cref="SuccessfulSearches.FewestPeople"/> readers whom an article helped, on
    /// <see cref="SuccessfulSearches.FewestDays"/> days on which one of them did so first.
    /// </summary>
    public Vocabulary WordsOfMany { get; }

    /// <summary>Of each article the newest answers; of the same person, article and words the newest alone.</summary>
    public static LearntAnswers Of(IReadOnlyCollection<ConfirmedAnswer> answers, DateTimeOffset now)
    {
        List<(ConfirmedAnswer Answer, List<Term> Terms)> read = [.. answers.Select(answer => (answer, Telling(answer.Asked))).Where(read => read.Item2.Count > 0)];
        var questions = read
            .GroupBy(each => each.Answer.Article)
            .SelectMany(article => article
                .OrderByDescending(each => each.Answer.At)
                .DistinctBy(each => (each.Answer.Reader, string.Join(' ', each.Terms.Select(term => term.Key))))
                .Take(MostPerArticle))
            .Select(each => new Question(each.Answer, WordsOf(each.Terms), StemsOf(each.Terms), Age(now - each.Answer.At)));
        return new LearntAnswers(
            [.. questions], [.. read.Where(each => each.Answer.Fixed).Select(each => new Told(each.Answer.Article, each.Answer.Reader, Question.DayOf(each.Answer.At), WordsOf(each.Terms)))]);
    }

    /// <summary>What the answers of these articles alone taught: of others not even the words that were asked may be told. Kept for as long as it is asked.</summary>
    public LearntAnswers OnlyOf(IndexFacts seen)
    {
        return _ofSome.GetValue(seen, _ => _questions.All(each => IsSeen(each.Article))
            ? this
            : new LearntAnswers([.. _questions.Where(each => IsSeen(each.Article)).Select(each => each.Again())], [.. _told.Where(each => IsSeen(each.Article))]));

        bool IsSeen(string article) => seen.IdOf(article) is not null;
    }

    private static Vocabulary Shared(IEnumerable<Told> told)
    {
        var shared = new Vocabulary();
        var first = new Dictionary<string, Dictionary<string, long>>();
        foreach (var answer in told)
            foreach (var word in answer.Words)
            {
                if (!first.TryGetValue(word, out var readers)) first[word] = readers = [];
                readers[answer.Reader] = Math.Min(readers.GetValueOrDefault(answer.Reader, long.MaxValue), answer.Day);
            }
        foreach (var (word, readers) in first)
            if (readers.Count >= SuccessfulSearches.FewestPeople && readers.Values.Distinct().Count() >= SuccessfulSearches.FewestDays) shared.Add(word);
        return shared;
    }

    /// <summary>By article id, what is known about a question made of these terms.</summary>
    public IReadOnlyDictionary<string, Learnt> About(IReadOnlyList<Term> terms)
    {
        if (_questions.Length == 0) return FrozenDictionary<string, Learnt>.Empty;
        var voters = new Dictionary<string, Votes>();
        var (counted, people, days) = (0, new HashSet<(string, string, bool)>(), new HashSet<(string, long, bool)>());
        foreach (var (place, similarity) in MostSimilar(StemsOf(terms)))
        {
            var question = _questions[place];
            if (!people.Add((question.Article, question.Reader, question.Fixed)) | !days.Add((question.Article, question.Day, question.Fixed))) continue;
            var votes = voters.GetValueOrDefault(question.Article);
            voters[question.Article] = votes.With(question.Fixed ? question.Age : -question.Age, similarity);
            if (++counted == MostNeighbours) break;
        }
        return voters.Where(voted => voted.Value.Evidence > 0).ToDictionary(voted => voted.Key, voted => voted.Value.Learnt);
    }

    private static List<Term> Telling(string asked)
    {
        var terms = TypedTerms.In(asked);
        var telling = terms.Where(term => !term.SaysLittle).ToList();
        return telling.Count > 0 ? telling : [.. terms];
    }

    private static string[] WordsOf(IEnumerable<Term> terms) => [.. terms.SelectMany(term => term.Words).Select(word => word.ToLowerInvariant()).Distinct()];

    private static string[] StemsOf(IEnumerable<Term> terms) => [.. terms.SelectMany(term => term.Stems).Where(stem => stem.Length > 0).Distinct()];

    private static double Age(TimeSpan passed) => Math.Pow(2, -Math.Max(0, passed.TotalDays) / DaysToHalve);

    // The rarest words come first, so that what is left out when there is too much to compare tells least.
    private IEnumerable<(int Place, double Similarity)> MostSimilar(string[] stems)
    {
        var asked = stems.Sum(Weight);
        var (shared, compared) = (new Dictionary<int, double>(), 0);
        foreach (var (questions, weight) in stems.Select(stem => (Questions: With(stem), Weight: Weight(stem))).OrderBy(word => word.Questions.Length))
        {
            compared += questions.Length;
            if (compared > MostToCompare) break;
            foreach (var place in questions) shared[place] = shared.GetValueOrDefault(place) + weight;
        }
        return shared
            .Select(each => (Place: each.Key, Similarity: each.Value / Math.Sqrt(asked * _questions[each.Key].Weight)))
            .Where(each => each.Similarity >= LeastSimilar)
            .OrderByDescending(each => each.Similarity).ThenBy(each => each.Place);
    }

    private int[] With(string stem) => _questionsWith.GetValueOrDefault(stem, []);

    private double Weight(string stem) => _questionsWith.TryGetValue(stem, out var questions) ? Weight(questions.Length) : _unknown;

    private double Weight(int questions) => Math.Log(1 + ((Assumed + _questions.Length - questions + 0.5) / (questions + 0.5)));

    /// <summary>That an article helped a reader who had asked in these words.</summary>
    private sealed record Told(string Article, string Reader, long Day, string[] Words);

    private sealed class Question(ConfirmedAnswer answer, string[] words, string[] stems, double age)
    {
        public string Article { get; } = answer.Article;
        public string Reader { get; } = answer.Reader;
        public long Day { get; } = DayOf(answer.At);
        public bool Fixed { get; } = answer.Fixed;
        public string[] Words { get; } = words;
        public string[] Stems { get; } = stems;
        public double Age { get; } = age;
        public double Weight { get; set; }

        // It weighs by the questions it stands among.
        public Question Again() => new(answer, Words, Stems, Age);

        public static long DayOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (24 * 60 * 60);
    }

    private readonly record struct Votes(double Evidence, double Count)
    {
        public Votes With(double weight, double similarity) => new(Evidence + (weight * similarity * similarity), Count + weight);

        public Learnt Learnt => Count <= 0 ? default : new(Math.Sqrt(Evidence / (Evidence + 1)) * Count / (Count + 2), Count);
    }
}
