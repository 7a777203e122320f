using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Checks the channels at start-up; each failure is one line that names the key.</summary>
internal sealed partial class ChannelsCheck : IValidateOptions<ChannelsOptions>
{
    private const int ShortestHookSecret = 8;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, ChannelsOptions options)
    {
        var wrong = options.SelectMany(channel => WrongWith(channel.Key, channel.Value, options).Select(what => $"Channels:{channel.Key}{what}")).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> WrongWith(string name, ChannelSettings channel, ChannelsOptions all)
    {
        if (!Name().IsMatch(name) || name == MailChannel.ChannelName) yield return " must be a name of small letters, digits and hyphens, and not mail";
        if (ChannelKinds.Find(channel.Kind) is not { } kind)
        {
            yield return $":Kind must be one of {string.Join(", ", ChannelKinds.Names)}";
            yield break;
        }
        foreach (var need in kind.Needs.Where(need => string.IsNullOrWhiteSpace(need.Of(channel)))) yield return $":{need.Key} must be set for {channel.Kind}";
        if (!string.IsNullOrWhiteSpace(channel.Url) && !IsAllowed(channel.Url))
            yield return ":Url must be an https address; http is for this machine only";
        if (!string.IsNullOrEmpty(channel.Secret) && !StandardSignature.IsKey(channel.Secret)) yield return ":Secret must be whsec_ and 24 to 64 bytes in base64";
        if (channel.HookSecret is { Length: < ShortestHookSecret }) yield return $":HookSecret must have at least {ShortestHookSecret} characters";
        else if (channel.HookSecret is { } key && kind.Hook is StandardHook && !StandardSignature.IsKey(key)) yield return ":HookSecret must be whsec_ and 24 to 64 bytes in base64";
        else if (channel.HookSecret is { } token && kind.Hook is TeamsHook && !TeamsHook.IsToken(token)) yield return ":HookSecret must be the security token that Teams shows, in base64";
        if (channel.Timeout <= TimeSpan.Zero || channel.Timeout > LongestTimeout) yield return ":Timeout must be more than nothing and at most 30 seconds";
        if (channel.InsteadOf is { } other && (other == name || (other != MailChannel.ChannelName && !all.ContainsKey(other))))
            yield return ":InsteadOf must be mail or the name of another channel";
    }

    private static bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
