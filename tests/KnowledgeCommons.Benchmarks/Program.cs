using KnowledgeCommons.Benchmarks.Quality;
using KnowledgeCommons.Benchmarks.Whole;

// dotnet run -c Release --project tests/KnowledgeCommons.Benchmarks -- …
return args switch
{
    ["system", var folder] => await SystemRun.RunAsync(folder),
    ["search-quality", var folder] => await QualityRun.RunAsync(folder, null, 70, 100),
    ["search-quality", var folder, "--part", var from, var to] => await QualityRun.RunAsync(folder, null, int.Parse(from), int.Parse(to)),
    ["search-quality", var folder, var articles] => await QualityRun.RunAsync(folder, articles, 0, 100),
    ["search-speed", var articles] => await SpeedRun.RunAsync(articles),
    _ => Usage()
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: system FOLDER                    publishing, restart, a change, memory, cached pages and outcomes over a folder of articles
               search-quality FOLDER            judged questions: the newest 30 % after learning from the oldest 70 %
               search-quality FOLDER --part 35 70   another part, in percent: what is tuned on must not be reported on
               search-quality FOLDER ARTICLES   judged questions about a folder of articles, with nothing learnt
               search-speed ARTICLES            the engine alone: searches, type-ahead and one changed article
        """);
    return 2;
}
