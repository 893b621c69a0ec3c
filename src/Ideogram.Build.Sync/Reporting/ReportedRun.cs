namespace Ideogram.Build.Sync.Reporting;

/// <summary>The workflow run that made a report, so that a report of another run is recognised.</summary>
/// <param name="Id">The run's id at GitHub.</param>
/// <param name="Attempt">Which attempt of it, counted from 1.</param>
public sealed record ReportedRun(string Id, int Attempt);
