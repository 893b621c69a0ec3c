using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>What is done about a kind of fault.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rule">The code under which it is reported.</param>
/// <param name="IsTransient">Whether trying again can help.</param>
/// <param name="MayHaveLanded">Whether Ideogram may have carried the request out. Then the dataset is queried before anything is sent again.</param>
/// <param name="StopsRun">Whether nothing else in the run can succeed either.</param>
/// <param name="Advice">What a person can do.</param>
public sealed record FaultTreatment(ApiFaultKind Kind, Rule Rule, bool IsTransient, bool MayHaveLanded, bool StopsRun, string Advice);
