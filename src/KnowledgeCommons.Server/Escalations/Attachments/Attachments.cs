using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Takes files that people send: looks at their bytes, and keeps them only when all of one message may be kept.</summary>
internal sealed class Attachments(AttachmentFolder folder, Texts texts, SiteClock clock)
{
    public const string Field = "file";
    public const int MostPerCase = 40;

    // Each look holds one file of 10 MB in memory, and what is left of it.
    private const int LooksAtOnce = 2;
    private readonly SemaphoreSlim _looks = new(LooksAtOnce);

    /// <summary>The rows for what was sent or, when something cannot be taken, sentences that say why; nothing is kept then.</summary>
    public async Task<(IReadOnlyList<CaseFileRow> Files, IReadOnlyList<FormError> Errors)> TakeAsync(SentForm sent, int had, CancellationToken cancel)
    {
        var errors = new List<FormError>();
        var files = new List<CaseFileRow>();
        if (sent.FilesTooMany > 0) errors.Add(new FormError(Field, texts.With("help.error.filecount", ("n", MultipartForm.MostFiles))));
        else if (had + sent.Files.Count > MostPerCase) errors.Add(new FormError(Field, texts.With("help.error.filesofcase", ("n", MostPerCase))));
        foreach (var file in sent.Files.Where(_ => errors.Count == 0 || sent.FilesTooMany == 0))
        {
            var (row, why) = await TakeAsync(file, files.Count, keep: errors.Count == 0, cancel);
            if (row is not null) files.Add(row);
            else errors.Add(new FormError(Field, texts.With($"help.error.file.{why}", ("name", FileName.Shown(file.Name)))));
        }
        if (errors.Count > 0 && sent.Files.Count > 1) errors.Add(new FormError(Field, texts["help.error.fileagain"]));
        return errors.Count > 0 ? ([], errors) : (files, errors);
    }

    private async Task<(CaseFileRow? Row, string Why)> TakeAsync(SentFile file, int position, bool keep, CancellationToken cancel)
    {
        if (file.IsTooLarge) return (null, "large");
        await _looks.WaitAsync(cancel);
        try
        {
            var inspected = Inspected.Of(await File.ReadAllBytesAsync(file.Path, cancel));
            if (inspected is not Inspected.Clean clean) return (null, ((Inspected.Refused)inspected).Why);
            return (new CaseFileRow
            {
                Position = position,
                Name = FileName.Of(file.Name, clean.Kind),
                Kind = clean.Kind.Key,
                Bytes = clean.Bytes.Length,
                Hash = keep ? folder.Keep(clean.Bytes) : "",
                At = clock.Now
            }, "");
        }
        finally
        {
            _looks.Release();
        }
    }
}
