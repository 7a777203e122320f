using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>The box of a task as a picture: nobody can tick it here, so it is no form control.</summary>
internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task) =>
        renderer.Write(task.Checked ? "<span class=\"task task-done\"></span>" : "<span class=\"task\"></span>");
}
