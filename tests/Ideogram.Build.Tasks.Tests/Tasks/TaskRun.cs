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

    /// <summary>Runs over all manifests, or over those that changed since the last run.</summary>
    public bool Execute(params ITaskItem[] changed)
    {
        Task.Changed = changed.Length > 0 ? changed : Task.Manifests;
        return Task.Execute();
    }

    /// <summary>What the comparison says: the manifests that changed, and those of which that is uncertain.</summary>
    public (ITaskItem[] Changed, ITaskItem[] Uncertain) Compare()
    {
        var task = new CompareIdeogramInputs { BuildEngine = Engine, Manifests = Task.Manifests, StateFolder = StateFolder };
        task.Execute().ShouldBeTrue();
        return (task.Changed, task.Uncertain);
    }
}
