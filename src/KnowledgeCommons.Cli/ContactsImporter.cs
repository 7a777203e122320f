using System.Text;
using KnowledgeCommons.Server;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Cli;

/// <summary>Carries out kc contacts import, and says what became of it.</summary>
internal sealed class ContactsImporter(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(ImportOrder order, CancellationToken cancel)
    {
        if (!File.Exists(order.File)) return await WrongAsync($"There is no file {Path.GetFullPath(order.File)}.");
        if (ServerFolder.Missing(order.Data) is { } missing) return await WrongAsync(missing);
        if (EncodingOf(order) is not { } encoding) return await WrongAsync($"The encoding {order.Encoding} is not known.");
        if (Chosen(order.Map) is not { } chosen)
            return await WrongAsync($"--map has to be COLUMN=field, with one of these fields: {string.Join(", ", ContactFields.Names)}.");
        if (order.Zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(order.Zone, out _)) return await WrongAsync($"The time zone {order.Zone} is not known here.");
        try
        {
            var (text, unreadable) = CsvText.Of(order.File, encoding.Encoding);
            if (text is null) return await WrongAsync(unreadable);
            var (tickets, headless) = CsvTickets.Open(order.File, text);
            if (tickets is null) return await WrongAsync(headless);
            using (tickets) return await ImportAsync(order, tickets, chosen, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await WrongAsync($"The file cannot be read: {unreadable.Message}");
        }
    }

    private async Task<int> ImportAsync(ImportOrder order, CsvTickets tickets, IReadOnlyDictionary<string, string> chosen, CancellationToken cancel)
    {
        var (map, refusal) = ColumnMap.Of(tickets.Header, order.Preset, chosen);
        if (map is null) return await WrongAsync(refusal);
        await output.WriteLineAsync("Columns: " + string.Join(", ", map.Found.Select(each => $"{each.Column} → {each.Field}")));
        try
        {
            await using var site = SiteHost.Create([$"--Data:Folder={order.Data}"]);
            await site.Services.GetRequiredService<Database>().MigrateAsync(cancel);
            await using var refused = new RefusedRows(order.Refused);
            var report = await Bar.RunAsync(output, told => site.Services.GetRequiredService<ContactImport>().RunAsync(
                tickets, map, order.Source ?? order.Preset.Name, new ContactDates(ZoneOf(order, site), order.Dates), order.IsDry, refused.Add, so => told(tickets.Progress, so), cancel));
            await new ImportSummary(output).WriteAsync(report, refused, order.IsDry);
            return report.Refused > 0 ? ExitCode.Findings : ExitCode.Done;
        }
        catch (NotSavedException locked)
        {
            return await WrongAsync($"{locked.Message} {locked.InnerException?.Message} What was imported before is kept; the same command goes on.");
        }
        catch (OptionsValidationException wrong)
        {
            return await WrongAsync(string.Join(Environment.NewLine, wrong.Failures));
        }
    }

    private static TimeZoneInfo ZoneOf(ImportOrder order, WebApplication site) => order.Zone is { } named
        ? TimeZoneInfo.FindSystemTimeZoneById(named)
        : ContactsEndpoint.ZoneOf(site.Services.GetRequiredService<IOptions<ContactOptions>>().Value, site.Services.GetRequiredService<SiteClock>());

    // Field to column; null when one cannot be read.
    private static Dictionary<string, string>? Chosen(IReadOnlyList<string> map)
    {
        var chosen = new Dictionary<string, string>();
        foreach (var pair in map)
        {
            var cut = pair.LastIndexOf('=');
            if (cut <= 0 || ContactFields.Names.FirstOrDefault(name => name.Equals(pair[(cut + 1)..].Trim(), StringComparison.OrdinalIgnoreCase)) is not { } field) return null;
            chosen[field] = pair[..cut].Trim();
        }
        return chosen;
    }

    private static NamedEncoding? EncodingOf(ImportOrder order)
    {
        if (order.Encoding is null) return new NamedEncoding(null);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return new NamedEncoding(Encoding.GetEncoding(order.Encoding));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<int> WrongAsync(string? why)
    {
        await error.WriteLineAsync(why);
        return ExitCode.WrongUsage;
    }

    private sealed record NamedEncoding(Encoding? Encoding);
}
