using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Action.Running;

/// <summary>One run of the action: decides what it has to do, and does it.</summary>
internal sealed class ActionRun(RunParts parts)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        switch (Stage.Of(parts.Environment, parts.Payload, parts.Inputs))
        {
            case Stage.Refused refused:
                parts.Log.Note(refused.Rule, refused.Reason);
                return ExitCode.Usage;
            case Stage.Look look:
                return await new LookRun(parts, look).RunAsync(cancellationToken);
            case Stage.Ship ship:
                return await new ShipRun(parts, ship.Branch).RunAsync(cancellationToken);
            case Stage.Gather:
                return await new GatherRun(parts).RunAsync(cancellationToken);
            case Stage.Group:
                var manifests = parts.Manifests(cancellationToken).Select(m => RepositoryPath.Relative(parts.Inputs.WorkingDirectory, m)).ToList();
                await parts.Delivery.GroupsAsync(manifests);
                return ExitCode.Success;
            case Stage.Idle idle:
                parts.Log.Notice($"Nothing to do: {idle.Reason}");
                return ExitCode.Success;
            default:
                throw new InvalidOperationException("A stage has no run.");
        }
    }
}
