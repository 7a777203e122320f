using System.Net;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>How a call of another system ended.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>It took the call; <paramref name="Data"/>, an object or a list, is empty where no data was asked for.</summary>
    public sealed record Ok(JsonNode Data) : Reply;

    /// <summary><paramref name="Status"/> is null when there was no answer at all.</summary>
    public sealed record Failed(Delivery Outcome, HttpStatusCode? Status) : Reply;

    /// <summary>What it means for the message: the failure, or what <paramref name="taken"/> makes of the data.</summary>
    public Delivery Then(Func<JsonNode, Delivery> taken) => this switch
    {
        Ok ok => taken(ok.Data),
        Failed failed => failed.Outcome,
        _ => throw new InvalidOperationException("There is no other reply.")
    };
}
