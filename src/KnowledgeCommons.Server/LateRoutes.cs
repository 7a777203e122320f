using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeCommons.Server;

/// <summary>
/// Routes whose handlers are compiled when somebody asks for them. The framework would compile those of all routes for the first request to any of them,
/// which takes a second of processor time. What it tells others about a route (the API's description, what a form may hold) it knows at once, as ever.
/// They stand in the server's own namespace so that the compiler takes them, in every slice, before the framework's of the same names.
/// </summary>
internal static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get], handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Post], handler);

    public static RouteHandlerBuilder MapMethods(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, IEnumerable<string> methods, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, Late);

    private static RequestDelegateResult Late(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? known)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, known).RequestDelegate);
        return new RequestDelegateResult(context => compiled.Value(context), known?.EndpointMetadata ?? []);
    }
}
