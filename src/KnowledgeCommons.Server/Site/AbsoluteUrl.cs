using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Site;

/// <summary>Addresses for readers outside the browser: at Site:BaseUrl or, when that is not set, at the host that was asked.</summary>
internal static class AbsoluteUrl
{
    public static string Of(SiteOptions site, HttpRequest request, string path) =>
        (site.BaseUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.ToUriComponent()}") + path;
}
