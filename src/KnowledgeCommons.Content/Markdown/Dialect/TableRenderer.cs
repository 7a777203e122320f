using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeCommons.Content.Markdown.Dialect;

/// <summary>Tables with their alignment as a class: Markdig writes it, and the widths of grid tables, as styles, which are not let through.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<table>");
        var part = "";
        foreach (var block in table)
        {
            var row = (TableRow)block;
            var wanted = row.IsHeader && part is "" or "thead" && row.IsHeader ? "thead" : "tbody";
            if (wanted != part)
            {
                if (part.Length > 0) renderer.Write("</").Write(part).WriteLine(">");
                renderer.Write('<').Write(wanted).WriteLine(">");
                part = wanted;
            }
            WriteRow(renderer, table, row);
        }
        if (part.Length > 0) renderer.Write("</").Write(part).WriteLine(">");
        renderer.WriteLine("</table>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var name = row.IsHeader ? "th" : "td";
            renderer.Write('<').Write(name);
            WriteSpan(renderer, " colspan=\"", cell.ColumnSpan);
            WriteSpan(renderer, " rowspan=\"", cell.RowSpan);
            WriteAlignment(renderer, table, cell.ColumnIndex < 0 ? i : cell.ColumnIndex);
            renderer.Write('>');
            var tight = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = tight;
            renderer.Write("</").Write(name).WriteLine(">");
        }
        renderer.WriteLine("</tr>");
    }

    private static void WriteSpan(HtmlRenderer renderer, string attribute, int span)
    {
        if (span > 1) renderer.Write(attribute).Write(span.ToString(System.Globalization.CultureInfo.InvariantCulture)).Write('"');
    }

    private static void WriteAlignment(HtmlRenderer renderer, Table table, int column)
    {
        if (column >= table.ColumnDefinitions.Count) return;
        switch (table.ColumnDefinitions[column].Alignment)
        {
            case TableColumnAlign.Center: renderer.Write(" class=\"align-center\""); break;
            case TableColumnAlign.Right: renderer.Write(" class=\"align-right\""); break;
        }
    }
}
