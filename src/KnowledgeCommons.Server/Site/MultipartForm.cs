using System.Text;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeCommons.Server.Site;

/// <summary>
/// Reads a form with files. Words keep the limit of every form, 64 KB in all. A file that is too large and files beyond the fifth are read to
/// their end and dropped, so that the page can say so and give back what was typed.
/// </summary>
internal sealed class MultipartForm(HttpContext http, string folder)
{
    public const int MostFiles = 5;
    private const long LargestBody = 256 * 1024 * 1024;
    private const int MostWords = 64 * 1024;
    private const int MostParts = 1_000;
    private const int LongestBoundary = 70;
    private const int Piece = 64 * 1024;
    private readonly Dictionary<string, StringValues> _fields = [];
    private readonly List<SentFile> _files = [];
    private int _words;
    private int _tooMany;

    public async Task<SentForm> ReadAsync(CancellationToken cancel)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        var fields = new FormCollection(_fields);
        // Whoever reads the form again, such as the page that says that it was not saved, gets these fields.
        http.Features.Set<IFormFeature>(new FormFeature(fields));
        var parts = new MultipartReader(Boundary(), http.Request.Body);
        for (var count = 0; await parts.ReadNextSectionAsync(cancel) is { } part; count++)
        {
            if (count == MostParts) throw new InvalidDataException("The form has too many parts.");
            await KeepAsync(part, cancel);
        }
        return new SentForm(fields) { Files = _files, FilesTooMany = _tooMany };
    }

    private async Task KeepAsync(MultipartSection part, CancellationToken cancel)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about) || HeaderUtilities.RemoveQuotes(about.Name).Value is not { Length: > 0 } name) return;
        if (!about.IsFileDisposition()) await KeepFieldAsync(name, part.Body, cancel);
        else if (_files.Count == MostFiles) await DropAsync(part.Body, cancel);
        else await KeepFileAsync(HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString(), part.Body, cancel);
    }

    private async Task KeepFieldAsync(string name, Stream body, CancellationToken cancel)
    {
        using var words = new MemoryStream();
        var piece = new byte[Piece];
        for (int read; (read = await body.ReadAsync(piece, cancel)) > 0;)
        {
            _words += read + name.Length;
            if (_words > MostWords) throw new BadHttpRequestException("The words are too long.", StatusCodes.Status413PayloadTooLarge);
            words.Write(piece.AsSpan(0, read));
        }
        _fields[name] = StringValues.Concat(_fields.GetValueOrDefault(name), Encoding.UTF8.GetString(words.GetBuffer().AsSpan(0, (int)words.Length)));
    }

    private async Task DropAsync(Stream body, CancellationToken cancel)
    {
        _tooMany++;
        await body.DrainAsync(cancel);
    }

    private async Task KeepFileAsync(string name, Stream body, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var file = new SentFile(name, Path.Combine(folder, Guid.NewGuid().ToString("N")));
        http.Response.RegisterForDispose(file);
        _files.Add(file);
        var piece = new byte[Piece];
        await using var kept = Create(file.Path);
        for (int read; (read = await body.ReadAsync(piece, cancel)) > 0;)
        {
            file.IsTooLarge |= kept.Length + read > SentFile.Largest;
            if (!file.IsTooLarge) Write(kept, piece.AsSpan(0, read));
        }
    }

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException refused)
        {
            throw new NotSavedException("A file could not be kept.", refused);
        }
    }

    private static void Write(FileStream kept, ReadOnlySpan<byte> piece)
    {
        try
        {
            kept.Write(piece);
            kept.Flush();
        }
        catch (IOException full)
        {
            throw new NotSavedException("A file could not be kept.", full);
        }
    }

    private string Boundary()
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        return boundary is { Length: > 0 and <= LongestBoundary } usable ? usable : throw new InvalidDataException("The form has no boundary.");
    }
}
