using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

internal sealed class IdentityOptions : IValidatableObject
{
    public const string Local = "Local";
    public const string Accounts = "Accounts";
    public const string ByProxy = "Proxy";
    public const string ByJwt = "Jwt";
    public const string ByOidc = "Oidc";

    /// <summary>How people sign in. Local: nobody does; anyone reads, and the desk answers this machine only.</summary>
    [AllowedValues(Local, Accounts, ByProxy, ByJwt, ByOidc, ErrorMessage = "must be Local, Accounts, Proxy, Jwt or Oidc")]
    public string Mode { get; set; } = Local;

    /// <summary>Whether somebody who has not signed in may read what is for everyone. When not set: only where nobody signs in.</summary>
    public bool? AnonymousReading { get; set; }

    /// <summary>How long a session lasts after its last page.</summary>
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(10);

    /// <summary>How long a session lasts at most: groups are read when it begins.</summary>
    public TimeSpan SessionLongest { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The key under which addresses of people become hashes, at least 16 characters; none: a random one in the data folder.</summary>
    [MinLength(16, ErrorMessage = "must have at least 16 characters")]
    public string? PersonKey { get; set; }

    public RoleOptions Roles { get; set; } = new();
    public ProxyOptions Proxy { get; set; } = new();
    public JwtOptions Jwt { get; set; } = new();
    public OidcOptions Oidc { get; set; } = new();
    public GuestOptions Guests { get; set; } = new();

    /// <summary>Only a site that keeps sessions can let somebody in for a while.</summary>
    public bool TakesGuests => Guests.Domains.Length > 0 && (Mode is Accounts or ByOidc);

    public bool AnybodyReads => AnonymousReading ?? Mode == Local;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Mode == Local && AnonymousReading == false)
            yield return new ValidationResult("cannot be false while Identity:Mode is Local: there would be no way to sign in", [nameof(AnonymousReading)]);
        if (Session < TimeSpan.FromMinutes(5) || Session > TimeSpan.FromHours(24))
            yield return new ValidationResult("must be between 5 minutes and 24 hours", [nameof(Session)]);
        if (SessionLongest < Session || SessionLongest > TimeSpan.FromDays(30))
            yield return new ValidationResult("must be at least Identity:Session, and at most 30 days", [nameof(SessionLongest)]);
        var wrong = Mode switch
        {
            ByProxy => Proxy.Check(),
            ByJwt => Jwt.Check(),
            ByOidc => Oidc.Check(),
            _ => []
        };
        foreach (var result in wrong.Concat(Guests.Check())) yield return result;
    }
}
