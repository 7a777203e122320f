using System.Buffers.Text;
using System.Security.Cryptography;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Site;

/// <summary>
/// The fields that a form sent; none for a button without fields, which the framework's own binding would refuse. What is no form at all has
/// no fields either; one that is torn or malformed is answered as a bad request.
/// </summary>
internal sealed record SentForm(IFormCollection Fields)
{
    /// <summary>The folder, in the data folder, for files that are being sent.</summary>
    public const string Incoming = "incoming";

    private const int NonceBytes = 16;

    /// <summary>At most five, where the endpoint takes files (<see cref="TakesFiles"/>); gone when the request ends.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>How many more were sent, and dropped.</summary>
    public int FilesTooMany { get; init; }

    public static async ValueTask<SentForm?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return new SentForm(FormCollection.Empty);
        try
        {
            return TakesFiles.Holds(http)
                ? await new MultipartForm(http, http.RequestServices.GetRequiredService<DataFolder>().File(Incoming)).ReadAsync(http.RequestAborted)
                : new SentForm(await http.Request.ReadFormAsync(http.RequestAborted));
        }
        catch (InvalidDataException malformed)
        {
            throw new BadHttpRequestException("The form cannot be read.", malformed);
        }
        catch (IOException torn) when (torn is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form ended too early.", torn);
        }
    }

    /// <summary>A random value for a hidden field, so that one form sent twice is known as one.</summary>
    public static string Nonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>The first value of a field without the white space around it; empty when it was not sent.</summary>
    public string One(string field) => Fields[field] is [{ } first, ..] ? first.Trim() : "";

    /// <summary>Every different value of a field that may be sent more than once.</summary>
    public IReadOnlyList<string> Many(string field) => [.. Fields[field].OfType<string>().Where(value => value.Length > 0).Distinct()];

    /// <summary>A field of several lines, with one kind of line ending.</summary>
    public string Words(string field) => One(field).ReplaceLineEndings("\n");
}
