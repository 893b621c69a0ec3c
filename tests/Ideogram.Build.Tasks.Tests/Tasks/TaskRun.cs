using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ideogram.Build.Tasks.Tests.Tasks;

/// <summary>One run of the validation task over a workspace.</summary>
internal sealed class TaskRun
{
    private readonly Workspace _work;

    public TaskRun(Workspace work)
    {
        _work = work;
        Task = new ValidateIdeogramDatasets
        {
            BuildEngine = Engine,
            Manifests = [Item("ideogram.yml")],
            StateFolder = StateFolder,
            Settings = "settings",
        };
    }

    public FakeBuildEngine Engine { get; } = new();

    public ValidateIdeogramDatasets Task { get; }

    public string StateFolder => _work.PathOf("obj/ideogram");

    public bool Remembered => File.Exists(Path.Combine(StateFolder, "state"));

    public ITaskItem Item(string manifest, params (string Name, string Value)[] metadata)
    {
        var item = new TaskItem(_work.PathOf(manifest));
        foreach (var (name, value) in metadata)
            item.SetMetadata(name, value);
        return item;
    }

    public bool Execute() => Task.Execute();
}
