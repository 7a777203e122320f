namespace KnowledgeCommons.Server.Escalations;

/// <summary>The channels by the names that the settings give them.</summary>
internal sealed class ChannelsOptions : Dictionary<string, ChannelSettings>
{
    public ChannelsOptions() : base(StringComparer.Ordinal)
    {
    }
}
