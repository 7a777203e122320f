namespace KnowledgeCommons.Server.Identity;

/// <summary>Where somebody goes on after signing in: a page of this site and nothing else, however it is written.</summary>
internal static class ReturnUrl
{
    private const string Home = "/";
    private const int Longest = 2000;
    private const int MostDecodings = 4;

    /// <summary>The address if it is safe, else the start page.</summary>
    public static string Safe(string? asked)
    {
        if (string.IsNullOrEmpty(asked) || asked.Length > Longest || !asked.All(letter => letter is > ' ' and <= '~')) return Home;
        var read = asked;
        for (var round = 0; round < MostDecodings; round++)
        {
            if (!IsHere(read)) return Home;
            var decoded = Uri.UnescapeDataString(read);
            if (decoded == read) return IsOfSigning(read) ? Home : asked;
            read = decoded;
        }
        // Nobody encodes that often who means well.
        return Home;
    }

    /// <summary>The page to sign in that leads back to what was asked for.</summary>
    public static string ToSignIn(HttpRequest request) => With("/sign-in", request);

    /// <summary>A person can be asked there without signing in; who signs in after all goes on to what was asked for.</summary>
    public static string ToHelp(HttpRequest request) => With(OpenPaths.Help, request);

    private static string With(string page, HttpRequest request)
    {
        var here = Safe(request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent());
        return here == Home ? page : $"{page}?returnUrl={Uri.EscapeDataString(here)}";
    }

    // Browsers take a backslash for a slash, and leave out tabs and line breaks. Deep in the query they do no harm.
    private static bool IsHere(string address)
    {
        var path = address.Split('?', '#')[0];
        return path.StartsWith('/') && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);
    }

    private static bool IsOfSigning(string address) =>
        address.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/sign-out", StringComparison.OrdinalIgnoreCase);
}
