using KnowledgeCommons.Benchmarks.Health;
using KnowledgeCommons.Benchmarks.Quality;
using KnowledgeCommons.Benchmarks.Scale;
using KnowledgeCommons.Benchmarks.Whole;
using KnowledgeCommons.Server.Searching;

// dotnet run -c Release --project tests/KnowledgeCommons.Benchmarks -- …
var (asked, engine) = args is [.. var before, "--engine", var name] ? (before, name) : (args, SearchEngines.Usual);
if (!SearchEngines.Names.Contains(engine)) return Usage();
return asked switch
{
    ["system", var folder] => await SystemRun.RunAsync(folder),
    ["help", var folder] => await HelpRun.RunAsync(folder),
    ["health"] => HealthRun.Run("medium", "10", withLoop: true),
    ["health", var world] => HealthRun.Run(world, "10", withLoop: false),
    ["health", var world, var seeds] => HealthRun.Run(world, seeds, withLoop: false),
    ["health", var world, var seeds, "loop"] => HealthRun.Run(world, seeds, withLoop: true),
    ["search-quality", var folder] => await QualityRun.RunAsync(folder, null, 70, 100, engine),
    ["search-quality", var folder, "--part", var from, var to] => await QualityRun.RunAsync(folder, null, int.Parse(from), int.Parse(to), engine),
    ["search-quality", var folder, var articles] => await QualityRun.RunAsync(folder, articles, 0, 100, engine),
    ["search-speed", var articles] => await SpeedRun.RunAsync(articles, grownTo: null, engine),
    ["search-speed", var articles, "--grown-to", var count] => await SpeedRun.RunAsync(articles, int.Parse(count), engine),
    ["health-scale"] => await ScaleRun.RunAsync(new ScaleSize()),
    ["health-scale", var articles, var events] => await ScaleRun.RunAsync(new ScaleSize(int.Parse(articles), int.Parse(events))),
    ["flood", var folder] => await FloodRun.RunAsync(folder),
    ["sign-in"] => await SignInRun.RunAsync(),
    ["audiences"] => await AudienceRun.RunAsync(),
    ["shelves"] => await ShelfRun.RunAsync(),
    ["contacts-import"] => await ImportRun.RunAsync(),
    _ => Usage()
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: system FOLDER                    publishing, restart, a change, memory, cached pages and outcomes over a folder of articles
               help FOLDER                      people asking for help, at 100 a second, while 50 watch their receipts
               flood FOLDER                     one reader, quiet and while one source sends a hundred times as much
               sign-in                          whether the time of a refusal tells that an account exists: a rank test
               health [WORLD] [SEEDS] [loop]    the health model in a simulated world beside simple methods: medium, 10 seeds from 201 on; or a span as 1-8
               search-quality FOLDER            judged questions: the newest 30 % after learning from the oldest 70 %
               search-quality FOLDER --part 35 70   another part, in percent: what is tuned on must not be reported on
               search-quality FOLDER ARTICLES   judged questions about a folder of articles, with nothing learnt
               search-speed ARTICLES            the engine alone: searches, type-ahead and one changed article
               search-speed ARTICLES --grown-to 50000   the same over so many articles, made by repeating and varying those
               health-scale [ARTICLES EVENTS]   the real tables after a year, 50,000 articles and 10 million events when nothing is said
               contacts-import                  a million tickets from a file
               audiences                        whether time tells what is hidden from what is not there
               shelves                          what it costs a search that articles are for many different audiences
               … --engine NAME                  with another search engine than Sqlite, in a build that has it
        """);
    return 2;
}
