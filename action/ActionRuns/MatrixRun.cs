using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Groups the manifests for the jobs of a matrix; it reads none of them.</summary>
internal sealed class MatrixRun(ActionContext context)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var manifests = (await context.ManifestsAsync(cancellationToken)).Select(m => RepositoryPath.Relative(context.Inputs.WorkingDirectory, m));
        await context.Publisher.GroupsAsync([.. manifests]);
        return ExitCode.Success;
    }
}
