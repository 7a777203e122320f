using Dapper;
using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Once an hour: removes bytes that no case and no held post speaks of since a day (a message that could not be saved, a case that was deleted).</summary>
internal sealed class AttachmentSweep(AttachmentFolder folder, DataFolder data, Database database, HeldPosts held, ILogger<AttachmentSweep> log, TimeProvider time) : RepeatingWork(log, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    protected override async Task RunOnceAsync(CancellationToken cancel)
    {
        await Task.Delay(Pause, Time, cancel);
        await SweepAsync(Time.GetUtcNow() - Grace, cancel);
    }

    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancel)
    {
        foreach (var hash in folder.All().Where(file => file.At < before).Select(file => file.Hash).ToList())
            if (!await IsWantedAsync(hash, cancel) && !await held.HasFileAsync(hash, cancel)) folder.Remove(hash);
        var incoming = new DirectoryInfo(data.File(SentForm.Incoming));
        if (!incoming.Exists) return;
        foreach (var left in incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before)) left.Delete();
    }

    private Task<bool> IsWantedAsync(string hash, CancellationToken cancel) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<bool>("SELECT COUNT(*) FROM case_file WHERE hash = @hash", new { hash }), cancel);
}
