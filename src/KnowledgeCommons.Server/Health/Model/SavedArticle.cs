using System.Runtime.InteropServices;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>One article's trail as bytes. Its reading is not kept to save space but because it must be the same after loading, to the bit.</summary>
internal static class SavedArticle
{
    public static void Write(ArticleTrail article, BinaryWriter to)
    {
        to.Write(article.Topic);
        article.Usual.Write(to);
        foreach (var sum in article.Sums) to.Write(sum);
        to.Write(article.Weeks);
        to.Write(article.IncidentDays);
        to.Write(article.WrongLogOdds);
        Write(article.Standing, to);
        WriteAll(MemoryMarshal.AsBytes(new ReadOnlySpan<PosteriorReading>([article.Reading])), to);
        WriteCells(article.Message, to);
        to.Write(article.Rewrite is not null);
        if (article.Rewrite is not { } rewrite) return;
        to.Write(rewrite.WasBad);
        WriteCells(rewrite.Before, to);
        WriteCells(rewrite.Since, to);
    }

    public static ArticleTrail Read(BinaryReader from)
    {
        var article = new ArticleTrail(from.ReadInt32()) { Usual = SurgeBaseline.Read(from) };
        article.Sums = [.. article.Sums.Select(_ => from.ReadDouble())];
        article.Weeks = from.ReadInt32();
        article.IncidentDays = from.ReadInt32();
        article.WrongLogOdds = from.ReadDouble();
        article.Standing = ReadStanding(from);
        var reading = new PosteriorReading[1];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(reading.AsSpan()));
        article.Reading = reading[0];
        article.Message = ReadCells(from);
        if (!from.ReadBoolean()) return article;
        var wasBad = from.ReadBoolean();
        article.Rewrite = new RewriteTrail(Cells(from), wasBad) { Since = Cells(from) };
        return article;
    }

    private static void Write(Standing standing, BinaryWriter to)
    {
        to.Write((int)standing.State);
        to.Write(standing.Since);
        to.Write(standing.QuietUntil);
        to.Write(standing.FailedRewrites);
        to.Write(standing.HeldUp);
    }

    private static Standing ReadStanding(BinaryReader from) => new()
    {
        State = (HealthState)from.ReadInt32(),
        Since = from.ReadInt32(),
        QuietUntil = from.ReadInt32(),
        FailedRewrites = from.ReadInt32(),
        HeldUp = from.ReadBoolean()
    };

    private static void WriteCells(float[]? cells, BinaryWriter to)
    {
        to.Write(cells is not null);
        if (cells is not null) WriteAll(MemoryMarshal.AsBytes<float>(cells), to);
    }

    private static void WriteAll(ReadOnlySpan<byte> bytes, BinaryWriter to) => to.Write(bytes);

    private static float[] Cells(BinaryReader from) => ReadCells(from) ?? throw new InvalidDataException("The saved state of the health model is damaged.");

    private static float[]? ReadCells(BinaryReader from)
    {
        if (!from.ReadBoolean()) return null;
        var cells = new float[Lattice.Cells];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
        return cells;
    }
}
