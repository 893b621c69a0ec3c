namespace Ideogram.Build.Sync.Reporting;

/// <summary>The workflow run that made a report, so that the report of another run is not taken for one of this.</summary>
/// <param name="Id">The run's id at GitHub.</param>
/// <param name="Attempt">Which attempt of it, counted from 1.</param>
public sealed record ReportedRun(string Id, int Attempt);
