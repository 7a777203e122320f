using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Identity;

/// <summary>People who cannot sign in as usual, on a borrowed machine for instance: a code by mail lets them in as readers.</summary>
internal sealed class GuestOptions
{
    /// <summary>The mail domains, such as example.com, whose owners may come in so; none: nobody.</summary>
    public string[] Domains { get; set; } = [];

    /// <summary>The groups that they count as members of, in whose roles they are then, too.</summary>
    public string[] Groups { get; set; } = [];

    public IEnumerable<ValidationResult> Check()
    {
        foreach (var domain in Domains.Where(domain => !IsDomain(domain)))
            yield return new ValidationResult($"must list mail domains such as example.com, not {domain}", ["Guests:Domains"]);
    }

    /// <summary>Whether a code may be sent there: one address whose domain is exactly one of those.</summary>
    public bool Admits(string address) =>
        ContactAddress.IsEmail(address) && Domains.Contains(address[(address.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);

    private static bool IsDomain(string domain) => domain.Contains('.') && !domain.StartsWith('.') && domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
