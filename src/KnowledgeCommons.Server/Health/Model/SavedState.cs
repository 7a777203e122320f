namespace KnowledgeCommons.Server.Health.Model;

/// <summary>The state between two weeks, and its form as bytes.</summary>
internal sealed record SavedState(int LastDay, SiteTrail Site, List<TopicTrail> Topics, List<ArticleTrail> Articles)
{
    /// <summary>Changes with everything that is carried; another version is not read.</summary>
    private const int Version = 0x4B43_0003;

    public void Write(Stream output)
    {
        using var to = new BinaryWriter(output, System.Text.Encoding.UTF8, leaveOpen: true);
        to.Write(Version);
        to.Write(LastDay);
        Site.Write(to);
        to.Write(Topics.Count);
        foreach (var topic in Topics) topic.Write(to);
        to.Write(Articles.Count);
        foreach (var article in Articles) SavedArticle.Write(article, to);
    }

    /// <exception cref="InvalidDataException">Not a saved state, cut short, or of another version.</exception>
    public static SavedState Read(Stream input, double placeboRate)
    {
        using var from = new BinaryReader(input, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (from.ReadInt32() != Version) throw new InvalidDataException("This is no state of this version of the health model.");
            var (lastDay, site) = (from.ReadInt32(), SiteTrail.Read(from));
            return new SavedState(lastDay, site, Listed(from, () => TopicTrail.Read(from, placeboRate)), Listed(from, () => SavedArticle.Read(from)));
        }
        catch (EndOfStreamException ended)
        {
            throw new InvalidDataException("The saved state of the health model is cut short.", ended);
        }
    }

    private static List<T> Listed<T>(BinaryReader from, Func<T> read)
    {
        var count = from.ReadInt32();
        if (count < 0) throw new InvalidDataException("The saved state of the health model is damaged.");
        List<T> list = [];
        for (var each = 0; each < count; each++) list.Add(read());
        return list;
    }
}
