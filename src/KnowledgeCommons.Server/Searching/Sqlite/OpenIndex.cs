using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>A complete index with readers for as many threads as ask at once.</summary>
internal sealed class OpenIndex : IDisposable
{
    private static readonly int MostIdleReaders = Math.Max(4, Environment.ProcessorCount * 2);
    private readonly ConcurrentBag<SqliteIndexReader> _idle = [];
    private readonly string _file;
    private volatile IndexFacts _facts;
    private volatile FieldLengths _lengths;

    private OpenIndex(string file, SqliteIndexReader first)
    {
        _file = file;
        _facts = first.Facts();
        _lengths = first.ReadLengths();
        _idle.Add(first);
    }

    public IndexFacts Facts => _facts;

    /// <summary>Null when the file turns out to be broken.</summary>
    public static OpenIndex? TryOpen(string file)
    {
        try
        {
            return new OpenIndex(file, new SqliteIndexReader(IndexFile.OpenToRead(file)));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>After a failure the reader is thrown away, not lent again.</summary>
    public T Ask<T>(Func<SqliteIndexReader, T> question)
    {
        var reader = _idle.TryTake(out var idle) ? idle : new SqliteIndexReader(IndexFile.OpenToRead(_file));
        reader.Lengths = _lengths;
        var isSound = false;
        try
        {
            var answer = reader.Consistently(question);
            isSound = true;
            return answer;
        }
        finally
        {
            if (isSound && _idle.Count < MostIdleReaders) _idle.Add(reader);
            else reader.Dispose();
        }
    }

    public void LearnFacts(IReadOnlyList<long> removed, IReadOnlyList<KeyValuePair<long, Facet>> added)
    {
        var (topics, lengths) = Ask(reader => (reader.TopicTitles(), reader.ReadLengths(removed, added)));
        _facts = _facts.With(removed, added, topics);
        _lengths = lengths;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }
}
