using System.Net.Sockets;
using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// How often each network address asked for receipts that are not there. Thirty may be typing errors and old bookmarks; after that one every
/// two seconds is left. Addresses that have not guessed lately are forgotten.
/// </summary>
internal sealed class ReceiptGuesses(ClientAddress clients, TimeProvider time)
{
    public const int Free = 30;

    // Guesses that were under way together are counted when they end.
    private const int MostAtOnce = 10 * Free;
    private readonly NumberedTries _tries = new(time, Free, MostAtOnce);

    public bool AreTooMany(HttpContext context) => _tries.AreTooMany(AddressOf(context));

    public void Count(HttpContext context) => _tries.Count(AddressOf(context));

    // Of IPv6, the network: one household has billions of addresses.
    private string AddressOf(HttpContext context)
    {
        var client = clients.Of(context);
        return client.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(client.GetAddressBytes().AsSpan(0, 8)) : client.ToString();
    }
}
