using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Hosting;

internal sealed class SiteOptions : IValidatableObject
{
    [Required(AllowEmptyStrings = false, ErrorMessage = "must not be empty")]
    public string Name { get; set; } = "Knowledge Commons";

    /// <summary>The address people use, such as https://help.example.com; needed for links in mails.</summary>
    public string? BaseUrl { get; set; }

    [MinLength(1, ErrorMessage = "must name at least one language")]
    public string[] Languages { get; set; } = ["en"];

    /// <summary>The time zone in which times are shown, as in the IANA list; this machine's when not set.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The proxies, as addresses or networks (CIDR), whose X-Forwarded headers are believed; nobody's when not set.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The places, such as https://intranet.example.com, whose pages may show articles and searches in a frame; nobody's when not set.</summary>
    public string[] EmbedIn { get; set; } = [];

    /// <summary>How long browsers that came over https use nothing else for this host; zero: that is not asked of them.</summary>
    public TimeSpan HttpsOnly { get; set; } = TimeSpan.FromDays(365);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (BaseUrl is not null && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return new ValidationResult("must be an http or https address", [nameof(BaseUrl)]);
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"is not a time zone known here: {TimeZone}", [nameof(TimeZone)]);
        foreach (var place in EmbedIn.Where(place => !IsOrigin(place)))
            yield return new ValidationResult($"must list places such as https://intranet.example.com, without a path, not {place}", [nameof(EmbedIn)]);
        if (HttpsOnly < TimeSpan.Zero) yield return new ValidationResult("must not be negative", [nameof(HttpsOnly)]);
        foreach (var proxy in Proxies.Where(proxy => NetworkList.Parse(proxy) is null))
            yield return new ValidationResult($"must list addresses or networks such as 10.0.0.7 or 10.0.0.0/24, not {proxy}", [nameof(Proxies)]);
    }

    // It becomes a word of a header: nothing but an origin may stand there.
    private static bool IsOrigin(string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0 && place.TrimEnd('/').Equals(url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
