using Microsoft.Net.Http.Headers;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Hands out an attachment as a file to be saved, never as a page: with the one type of its kind, no guessing, and a policy under which nothing in
/// it could run.
/// </summary>
internal sealed class AttachmentDownload(CaseFileRow row, string path) : IResult
{
    private const string Nothing = "default-src 'none'; sandbox";

    /// <summary>The case's file with that id; "not found" when it has none.</summary>
    public static IResult Of(Story? story, string id, AttachmentFolder folder) =>
        story?.Files.FirstOrDefault(file => file.Id == id) is { } row && File.Exists(folder.PathOf(row.Hash))
            ? new AttachmentDownload(row, folder.PathOf(row.Hash))
            : TypedResults.NotFound();

    public Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(row.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentType = AttachmentKind.Find(row.Kind)?.ContentType ?? "application/octet-stream";
        headers.ContentLength = row.Bytes;
        headers.ContentSecurityPolicy = Nothing;
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return context.Response.SendFileAsync(path, context.RequestAborted);
    }
}
