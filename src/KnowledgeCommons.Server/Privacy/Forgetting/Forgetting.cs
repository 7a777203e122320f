using Dapper;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Takes a person out of every table of the inventory and out of the files; counts stay. Works beside a running server.</summary>
internal sealed class Forgetting(Database database, TraceSearch search, TraceProof proof, AttachmentFolder attachments, HeldPosts held, AuditBook audit)
{
    /// <summary>How many rows of each table are theirs.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows)>> PreviewAsync(string person, CancellationToken cancel)
    {
        var traces = await search.OfAsync(person, cancel);
        return await database.ReadAsync<IReadOnlyList<(string, long)>>(async connection =>
        {
            var found = new List<(string, long)>();
            foreach (var table in KeptTables.All.Where(table => table.Theirs is not null && table.Name != "search_opened"))
                found.Add((table.Name, await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table.Name} WHERE {table.Theirs}", traces)));
            return [.. found.Where(each => each.Item2 > 0)];
        }, cancel);
    }

    /// <summary>Forgets, and looks through the files whether anything is left.</summary>
    public async Task<Forgotten> ForgetAsync(string person, CancellationToken cancel)
    {
        var traces = await search.OfAsync(person, cancel);
        var rows = await database.WriteAsync<IReadOnlyList<(string, long)>>(async connection =>
        {
            var ended = new List<(string, long)>();
            await audit.AddAsync(connection, AuditKind.Taken, Environment.UserName, about: null, "kc privacy forget");
            foreach (var table in KeptTables.All.Where(table => table.Theirs is not null))
                ended.Add((table.Name, await connection.ExecuteAsync($"{RowEnds.Statement(table, table.Forgotten)} WHERE {table.Theirs}", traces)));
            return [.. ended.Where(each => each.Item2 > 0)];
        }, cancel);
        await RemoveFilesAsync(traces, cancel);
        await database.TidyAsync(cancel, rewritten: true);
        return new Forgotten(rows, await proof.PlacesAsync(traces.Marks, cancel), traces.Marks.Count, database.Files.Where(File.Exists).Sum(file => new FileInfo(file).Length));
    }

    // The same bytes may have come from somebody else too.
    private async Task RemoveFilesAsync(Traces traces, CancellationToken cancel)
    {
        foreach (var hash in traces.Files)
            if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM case_file WHERE hash = @hash", new { hash }), cancel) == 0
                && !await held.HasFileAsync(hash, cancel)) attachments.Remove(hash);
    }
}
