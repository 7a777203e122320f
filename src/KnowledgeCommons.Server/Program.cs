using KnowledgeCommons.Server;
using Microsoft.Extensions.Options;

try
{
    await SiteHost.RunAsync(SiteHost.Create(args));
    return 0;
}
catch (OptionsValidationException wrong)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
    return 2;
}
