using Ideogram.Build.Emulator.Control;
using Ideogram.Build.Emulator.Faults;
using Ideogram.Build.Emulator.GitHub;
using Ideogram.Build.Emulator.Ideogram;

namespace Ideogram.Build.Emulator;

/// <summary>What the emulator consists of, put together by hand.</summary>
internal sealed record EmulatorParts(
    EmulatorClock Clock,
    RequestLog Requests,
    FaultSchedule Faults,
    DatasetStore Datasets,
    ModelStore Models,
    GitHubState GitHub,
    GitHubAuthenticationMiddleware Door,
    string Incoming)
{
    public static EmulatorParts Create(EmulatorOptions options)
    {
        var root = Directory.CreateDirectory(options.StateFolder).FullName;
        var clock = new EmulatorClock(options.TimeProvider, Path.Combine(root, "clock.json"));
        var gitHub = new GitHubState(Folder("github"), clock);

        // What a killed emulator had not yet taken in.
        if (Directory.Exists(Path.Combine(root, "incoming")))
            Directory.Delete(Path.Combine(root, "incoming"), recursive: true);

        return new EmulatorParts(
            clock,
            new RequestLog(),
            new FaultSchedule(clock),
            new DatasetStore(Folder("datasets"), clock),
            new ModelStore(Folder("models"), clock),
            gitHub,
            new GitHubAuthenticationMiddleware(gitHub, clock),
            Folder("incoming"));

        string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;
    }
}
