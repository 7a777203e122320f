using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>A phone number as people write it, as the tail of a tel: address.</summary>
internal static class PhoneLink
{
    public static string Of(string written) => ContactAddress.Number(written);
}
