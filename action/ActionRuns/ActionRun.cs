using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>One run of the action: decides what to do, and does it.</summary>
internal sealed class ActionRun(ActionContext context)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        switch (RunDecision.FromEvent(context.Environment, context.Payload, context.Inputs))
        {
            case RunDecision.Reject reject:
                context.Log.Note(reject.Rule, reject.Reason);
                return ExitCode.Usage;
            case RunDecision.Plan plan:
                var code = await new PlanRun(context, plan).RunAsync(cancellationToken);
                await new TrainingFollowUp(context).RunAsync(cancellationToken);
                return code;
            case RunDecision.Upload upload:
                return await new UploadRun(context, upload.Branch).RunAsync(cancellationToken);
            case RunDecision.MergeReports:
                return await new MergeReportsRun(context).RunAsync(cancellationToken);
            case RunDecision.Matrix:
                return await new MatrixRun(context).RunAsync(cancellationToken);
            case RunDecision.Skip skip:
                context.Log.Notice($"Nothing to do: {skip.Reason}");
                return ExitCode.Success;
            default:
                throw new InvalidOperationException("A decision has no run.");
        }
    }
}
