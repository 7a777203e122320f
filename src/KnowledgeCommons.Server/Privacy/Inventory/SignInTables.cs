using static KnowledgeCommons.Server.Privacy.KeptColumn;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Who may sign in and has done so; never what they read.</summary>
internal static class SignInTables
{
    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("account_link", "token", KeptTopic.Accounts)
        {
            Columns = [.. Links("token"), .. Plain("account", "expires_at")],
            Ends = [new(Period.Over, "expires_at < @before")],
            Theirs = "account IN @Accounts"
        },
        new("session", "id", KeptTopic.Accounts)
        {
            Columns = [.. Links("id"), .. PersonHashes("account", "provider_session"), .. Names("ticket"), .. Plain("created_at", "expires_at")],
            At = "created_at",
            Ends = [new(Period.Over, "expires_at < @before") { Says = "sessions" }],
            Theirs = "account IN @Sessions"
        },
        new("sign_in_try", "who", KeptTopic.Accounts)
        {
            Columns = [.. PersonHashes("who"), .. Plain("failures", "wait_until", "last_at")],
            At = "last_at",
            Ends = [new(Period.Day, "last_at < @before") { Says = "tries" }],
            Theirs = "who IN @Tries"
        },
        new("guest_code", "id", KeptTopic.Accounts)
        {
            Columns = [.. Links("id"), .. PersonHashes("person"), .. Plain("tries", "asked_at", "expires_at")],
            At = "asked_at",
            Ends = [new(Period.Day, "asked_at < @before") { Says = "codes" }],
            Theirs = "person IN @Hashes"
        },
        new("account", "id", KeptTopic.Accounts)
        {
            Columns = [.. Plain("id", "groups", "disabled_at", "created_at"), .. Names("login", "name"), .. Links("password")],
            At = "created_at",
            Theirs = "id IN @Accounts"
        }
    ];
}
