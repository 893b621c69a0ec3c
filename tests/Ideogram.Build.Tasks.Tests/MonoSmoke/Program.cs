using System.Reflection;
using Ideogram.Build.Tasks.Tests.MonoSmoke;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

// Arguments: the tasks' assembly for net472, a manifest without errors, a folder to write to.
var tasks = Assembly.LoadFrom(args[0]);
var (passed, failed) = (0, 0);

Check("a sound manifest is validated", () =>
{
    var (result, engine) = Run(args[1]);
    return result && engine.Errors.Count == 0 && engine.Messages.Exists(m => m.Message?.StartsWith("Ideogram dataset ", StringComparison.Ordinal) == true);
});
Check("the result is remembered", () => File.Exists(Path.Combine(args[2], "state")));
Check("the next build sees that nothing changed", () => !IsChanged(args[1]) && IsChanged(args[1], ("Severity", "warning")));
Check("a broken manifest is an error at its line and column", () =>
{
    var broken = Path.Combine(args[2], "ideogram.yml");
    File.WriteAllText(broken, "name: Acme\nimages: ['*.png']\nupdate: sometimes\n");
    var (result, engine) = Run(broken);
    return !result && engine.Errors.Exists(e => e.Code == "IDEO1014" && e.LineNumber == 3 && e.ColumnNumber == 9);
});
Console.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
return failed;

(bool Result, QuietEngine Engine) Run(string manifest)
{
    ITaskItem[] items = [new TaskItem(manifest)];
    var (task, engine) = Create("ValidateIdeogramDatasets", items);
    task.GetType().GetProperty("Changed")!.SetValue(task, items);
    var result = task.Execute();
    foreach (var error in engine.Errors)
        Console.WriteLine($"  said: {error.File}({error.LineNumber},{error.ColumnNumber}): {error.Code}: {error.Message}");
    return (result, engine);
}

bool IsChanged(string manifest, params (string Name, string Value)[] metadata)
{
    var item = new TaskItem(manifest);
    foreach (var (name, value) in metadata)
        item.SetMetadata(name, value);
    var (task, _) = Create("CompareIdeogramInputs", [item]);
    return task.Execute() && ((ITaskItem[])task.GetType().GetProperty("Changed")!.GetValue(task)!).Length > 0;
}

(ITask Task, QuietEngine Engine) Create(string name, ITaskItem[] manifests)
{
    var engine = new QuietEngine();
    var type = tasks.GetType("Ideogram.Build.Tasks." + name, throwOnError: true)!;
    var task = (ITask)Activator.CreateInstance(type)!;
    task.BuildEngine = engine;
    type.GetProperty("StateFolder")!.SetValue(task, args[2]);
    type.GetProperty("Manifests")!.SetValue(task, manifests);
    return (task, engine);
}

void Check(string name, Func<bool> holds)
{
    var ok = holds();
    Console.WriteLine($"{(ok ? "passed" : "FAILED")}: {name}");
    _ = ok ? passed++ : failed++;
}
