using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Site;

/// <summary>Answers with a page rendered on the server.</summary>
internal static class Page
{
    /// <summary>Renders the component with its parameters given as an anonymous object.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        parameters is null
            ? new RazorComponentResult<TPage> { StatusCode = status, PreventStreamingRendering = true }
            : new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
