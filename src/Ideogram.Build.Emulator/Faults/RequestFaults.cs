using Ideogram.Build.Emulator.Ideogram;
using Ideogram.Build.Emulator.Ideogram.Uploads;

namespace Ideogram.Build.Emulator.Faults;

/// <summary>The faults of one request, as far as they change what is stored or listed.</summary>
internal sealed record RequestFaults(IReadOnlyList<Fault> Faults)
{
    private static readonly RequestFaults None = new([]);

    /// <summary>How long what the call stores stays invisible.</summary>
    public TimeSpan VisibleAfter => Faults.Select(fault => fault switch
    {
        LateFault late => late.By,
        LagFault lag => lag.By,
        _ => TimeSpan.Zero,
    }).DefaultIfEmpty().Max();

    public static RequestFaults FromContext(HttpContext context) => context.Features.Get<RequestFaults>() ?? None;

    /// <summary>Refuses or drops images before they are stored.</summary>
    public Intake Twist(Intake intake) => Faults.Aggregate(intake, (so, fault) => fault switch
    {
        RefuseFault refuse => Refused(so, refuse),
        PartialFault partial => so with { Images = [.. so.Images.Take(partial.Images)] },
        MissingFault { Commit: false } missing => so with { Images = [.. so.Images.SkipLast(missing.Images)] },
        _ => so,
    });

    /// <summary>Bends an upload's answer away from what was stored.</summary>
    public UploadAnswer Twist(UploadAnswer answer) => Faults.Aggregate(answer, (so, fault) => fault switch
    {
        MissingFault { Commit: true } missing => so with { SuccessfulAssets = [.. so.SuccessfulAssets.SkipLast(missing.Images)] },
        CountsFault => so with { TotalCount = so.TotalCount + 2, SuccessCount = so.SuccessCount + 3, FailureCount = so.FailureCount + 1 },
        NamesFault names => so with
        {
            SuccessfulAssets = [.. so.SuccessfulAssets.Select(asset => asset with { FileName = Altered(asset.FileName, names.Change) })],
            FailedAssets = [.. so.FailedAssets.Select(asset => asset with { FileName = Altered(asset.FileName, names.Change) })],
        },
        _ => so,
    });

    /// <summary>Bends what a dataset shows.</summary>
    public GetDatasetAnswer Twist(GetDatasetAnswer answer) => Faults.OfType<NamesFault>().Aggregate(answer, (so, names) =>
        so with { Files = [.. so.Files.Select(file => file with { FileName = Altered(file.FileName, names.Change) })] });

    private static Intake Refused(Intake intake, RefuseFault fault)
    {
        var refused = intake.Images.Where(image => fault.Containing is null || image.Name.Contains(fault.Containing, StringComparison.Ordinal))
            .Take(fault.Images).ToList();
        return intake with
        {
            Images = [.. intake.Images.Except(refused)],
            Failed = [.. intake.Failed, .. refused.Select(image => new Refusal(image.Name, fault.Reason, IsImage: true))],
        };
    }

    private static string? Altered(string? name, NameChange change) => change switch
    {
        _ when name is null => null,
        NameChange.Lower => name.ToLowerInvariant(),
        NameChange.Upper => name.ToUpperInvariant(),
        NameChange.Suffix => $"{Path.GetFileNameWithoutExtension(name)}_1{Path.GetExtension(name)}",
        _ => null,
    };
}
