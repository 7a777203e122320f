using KnowledgeCommons.Benchmarks.Whole;

// Whole-system runs: a real server process, real HTTP, one table.
//   dotnet run -c Release --project tests/KnowledgeCommons.Benchmarks -- system FOLDER
return args switch
{
    ["system", var folder] => await SystemRun.RunAsync(folder),
    _ => Usage()
};

static int Usage()
{
    Console.Error.WriteLine("Usage: system FOLDER   measures publishing, restart, a change, memory, cached pages and outcomes over a folder of articles.");
    return 2;
}
