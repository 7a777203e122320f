using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Field = Lucene.Net.Documents.Field;
using Part = KnowledgeCommons.Server.Searching.Field;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>An article as documents of the index, and back.</summary>
internal static class ArticleDocuments
{
    private const char Between = '\u001F';
    private static readonly FieldType Phrases = Words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static readonly FieldType Single = Words(IndexOptions.DOCS_ONLY);

    public static IEnumerable<Document> Of(long id, IndexedArticle indexed)
    {
        var article = indexed.Article;
        yield return Entry(id, indexed);
        foreach (var section in article.Sections.Where(section => section.Heading.Length > 0))
            yield return
            [
                new StringField(Fields.Slug, article.Slug.Value, Field.Store.NO),
                new Field(Fields.Heading, new TokenList().Add(Tokens.Folded(Languages.Plain(section.Heading))), Phrases),
                new StringField(Fields.Gate, GateMark.Write(article.Gate), Field.Store.NO),
                Packed(Fields.Card, article.Slug.Value, article.Title, section.Anchor, section.Heading, $"{section.Level}")
            ];
    }

    public static Facet FacetOf(BytesRef packed)
    {
        var parts = Parts(packed);
        return new(parts[0], parts[1], parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries), parts[2]) { Gate = GateMark.Read(parts[4]) };
    }

    public static Suggestion SuggestionOf(BytesRef packed)
    {
        var parts = Parts(packed);
        var title = new Suggestion(parts[1], Slug.Parse(parts[0], null));
        return parts.Length == 2 ? title : title with { Section = new Section(parts[2], parts[3], int.Parse(parts[4])) };
    }

    public static IndexedText TextOf(Document document)
    {
        var (anchors, headings, levels, texts) = (document.GetValues("anchor"), document.GetValues("heading"), document.GetValues("level"), document.GetValues("text"));
        var sections = anchors.Select((anchor, at) => new SectionText(new Section(anchor, headings[at], int.Parse(levels[at])), texts[at]));
        return new(Slug.Parse(document.Get("slug"), null), document.Get("title"), document.Get("also"), document.GetValues("symptom"),
            document.Get("summary"), document.Get("topic"), document.Get("language"), [.. sections]);
    }

    private static Document Entry(long id, IndexedArticle indexed)
    {
        var article = indexed.Article;
        var (also, symptoms) = (string.Join('\n', article.AlsoCalled), string.Join('\n', article.Symptoms));
        var headings = string.Join('\n', article.Sections.Select(section => section.Heading));
        var body = string.Join('\n', indexed.SectionTexts);
        var all = string.Join('\n', article.Title, also, symptoms, article.Summary, headings, body);
        var facet = Facet.Of(article);
        Document document =
        [
            new StringField(Fields.Id, $"{id}", Field.Store.NO),
            new NumericDocValuesField(Fields.Id, id),
            new StringField(Fields.Slug, article.Slug.Value, Field.Store.NO),
            new StringField(Fields.Language, facet.Language, Field.Store.NO),
            new StringField(Fields.Gate, GateMark.Write(article.Gate), Field.Store.NO),
            new Field(Fields.Title, new TokenList().Add(Tokens.Folded(Languages.Plain(article.Title))), Phrases),
            new Field(Fields.TellingBehind(article.Gate), new TokenList().Add(Tokens.Lower(string.Join('\n', article.Title, also, symptoms, article.Summary, headings))), Single),
            Packed(Fields.Card, article.Slug.Value, article.Title),
            Packed(Fields.Facet, facet.Uid, facet.Topic, facet.Language, string.Join(' ', facet.Platforms), GateMark.Write(facet.Gate))
        ];
        var called = new TokenList().Add(Stems(article.Title), Part.Title).Add(Stems(also), Part.AlsoCalled).Add(Stems(symptoms), Part.Symptoms);
        var titles = new TokenList().Add(Stems(headings));
        var rest = new TokenList().Add(Stems(article.Summary), Part.Summary).Add(Stems(body), Part.Body).Add(Tokens.Stemmed(Codes.AllIn(all)), Part.Codes);
        document.Add(new Field(Fields.Called, called, Phrases));
        document.Add(new Field(Fields.Headings, titles, Phrases));
        document.Add(new Field(Fields.Rest, rest, Phrases));
        document.Add(new NumericDocValuesField(Fields.CalledLength, called.Length));
        document.Add(new NumericDocValuesField(Fields.OtherLength, titles.Length + rest.Length));
        Store(document, indexed, also);
        return document;

        List<string> Stems(string text) => Tokens.Stemmed(Languages.Indexed(text, article.Language));
    }

    private static void Store(Document document, IndexedArticle indexed, string also)
    {
        var article = indexed.Article;
        Keep("slug", article.Slug.Value);
        Keep("title", article.Title);
        Keep("also", also);
        foreach (var symptom in article.Symptoms) Keep("symptom", symptom);
        Keep("summary", article.Summary);
        Keep("topic", article.Topic);
        Keep("language", article.Language.ToLowerInvariant());
        foreach (var (section, text) in article.Sections.Zip(indexed.SectionTexts))
        {
            Keep("anchor", section.Anchor);
            Keep("heading", section.Heading);
            Keep("level", $"{section.Level}");
            Keep("text", text);
        }

        void Keep(string name, string value) => document.Add(new StoredField(name, value));
    }

    private static BinaryDocValuesField Packed(string name, params IEnumerable<string> parts) =>
        new(name, new BytesRef(string.Join(Between, parts.Select(part => part.Replace(Between, ' ')))));

    private static string[] Parts(BytesRef packed) => packed.Utf8ToString().Split(Between);

    private static FieldType Words(IndexOptions options) => new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
}
