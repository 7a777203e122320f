using System.ComponentModel.DataAnnotations;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

/// <summary>The single-sign-on proxy that says in headers who asks.</summary>
internal sealed class ProxyOptions
{
    public string UserHeader { get; set; } = "Remote-User";
    public string NameHeader { get; set; } = "Remote-Name";
    public string GroupsHeader { get; set; } = "Remote-Groups";

    /// <summary>What stands between the groups in their header.</summary>
    public string GroupsSeparator { get; set; } = ",";

    /// <summary>The only addresses or networks (CIDR) that the headers are believed from.</summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>Where the proxy signs people out; no link when not set.</summary>
    public string? SignOutUrl { get; set; }

    public IEnumerable<ValidationResult> Check()
    {
        if (Addresses.Length == 0) yield return new ValidationResult("must list the proxy's addresses: its headers are believed from nobody else", ["Proxy:Addresses"]);
        foreach (var address in Addresses.Where(address => NetworkList.Parse(address) is null))
            yield return new ValidationResult($"must list addresses or networks such as 10.0.0.7 or 10.0.0.0/24, not {address}", ["Proxy:Addresses"]);
        if (!IsHeader(UserHeader)) yield return new ValidationResult("must be the name of a header, of letters, digits and hyphens", ["Proxy:UserHeader"]);
        if (!IsHeader(NameHeader)) yield return new ValidationResult("must be the name of a header, of letters, digits and hyphens", ["Proxy:NameHeader"]);
        if (!IsHeader(GroupsHeader)) yield return new ValidationResult("must be the name of a header, of letters, digits and hyphens", ["Proxy:GroupsHeader"]);
        if (GroupsSeparator.Length == 0) yield return new ValidationResult("must not be empty", ["Proxy:GroupsSeparator"]);
    }

    private static bool IsHeader(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
