using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Groups the manifests for the jobs of a matrix. No job sees the manifests of another one, so here is told which of them would fill one dataset; no
/// image is opened for it.</summary>
internal sealed class MatrixRun(ActionContext context)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var manifests = await context.ManifestsAsync(cancellationToken);
        await context.Publisher.GroupsAsync([.. manifests.Select(m => RepositoryPath.Relative(context.Inputs.WorkingDirectory, m))]);
        var clashing = new DatasetValidator(new ValidatorOptions()).Validate(manifests, _ => false, cancellationToken);
        if (clashing.Count == 0)
            return ExitCode.Success;

        var report = Report.FromPlan(Planner.Unasked(clashing), RunKind.Validate, context.Started, TimeSpan.Zero);
        context.Log.Annotate(context.Document(report).Problems.Where(p => p.Code == DatasetRules.SameTarget.Code));
        return ExitCode.Failure;
    }
}
