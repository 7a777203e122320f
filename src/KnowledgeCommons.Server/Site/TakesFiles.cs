namespace KnowledgeCommons.Server.Site;

/// <summary>Marks the endpoints whose forms may carry files. All others take 64 KB, whatever they are sent as.</summary>
internal sealed class TakesFiles
{
    private static readonly TakesFiles Mark = new();

    public static bool Holds(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is not null
        && http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public static void On(IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(Mark);
}
