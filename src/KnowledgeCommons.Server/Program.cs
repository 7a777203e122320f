using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

// What an operator can mend is told in one line; anything else is a fault and shows where it came from.
try
{
    await SiteHost.RunAsync(SiteHost.Create(args));
    return 0;
}
catch (OptionsValidationException wrong)
{
    return await StopAsync(string.Join(Environment.NewLine, wrong.Failures));
}
catch (AggregateException several) when (several.InnerExceptions.All(one => one is OptionsValidationException))
{
    return await StopAsync(string.Join(Environment.NewLine, several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)));
}
catch (InvalidOperationException wrong) when (wrong.InnerException is FormatException or ArgumentException)
{
    return await StopAsync(wrong.Message);
}
catch (ContentSourceException unreadable)
{
    return await StopAsync(unreadable.Message);
}
catch (IOException busy) when (busy.InnerException is AddressInUseException)
{
    return await StopAsync($"Urls: {busy.Message} Stop the other program or choose another port.");
}

static async Task<int> StopAsync(string why)
{
    await Console.Error.WriteLineAsync(why);
    return 2;
}
