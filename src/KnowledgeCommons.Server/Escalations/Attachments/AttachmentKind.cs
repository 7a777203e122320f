namespace KnowledgeCommons.Server.Escalations;

/// <summary>What an attachment can be: the key it is stored under, the one type it is served as, and the endings that its name may have.</summary>
internal sealed record AttachmentKind(string Key, string ContentType, params string[] Endings)
{
    public static readonly AttachmentKind Png = new("png", "image/png", ".png");
    public static readonly AttachmentKind Jpeg = new("jpeg", "image/jpeg", ".jpg", ".jpeg");
    public static readonly AttachmentKind Gif = new("gif", "image/gif", ".gif");
    public static readonly AttachmentKind Webp = new("webp", "image/webp", ".webp");
    public static readonly AttachmentKind Pdf = new("pdf", "application/pdf", ".pdf");
    public static readonly AttachmentKind Text = new("text", "text/plain; charset=utf-8", ".txt");

    public static IReadOnlyList<AttachmentKind> All { get; } = [Png, Jpeg, Gif, Webp, Pdf, Text];

    /// <summary>For a file field: a browser that offers to convert a picture then does.</summary>
    public static string Accepted { get; } = string.Join(',', All.Select(kind => kind.ContentType.Split(';')[0]).Concat(All.SelectMany(kind => kind.Endings)).Append(".log"));

    public static AttachmentKind? Find(string key) => All.FirstOrDefault(kind => kind.Key == key);
}
