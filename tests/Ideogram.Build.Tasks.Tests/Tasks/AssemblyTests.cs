using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks.Tests.Tasks;

/// <summary>What MSBuild's multithreaded mode asks of an assembly of tasks.</summary>
public sealed class AssemblyTests
{
    [Theory]
    [InlineData(typeof(ValidateIdeogramDatasets))]
    [InlineData(typeof(CompareIdeogramInputs))]
    [InlineData(typeof(FindIdeogramInputs))]
    [InlineData(typeof(ReadIdeogramInputs))]
    [InlineData(typeof(ReplayIdeogramWarnings))]
    [InlineData(typeof(WarnWithoutIdeogramDatasets))]
    public void A_task_of_every_build_may_run_in_the_build_process(Type task) =>
        task.GetCustomAttributes().Select(a => a.GetType().FullName).ShouldContain("Microsoft.Build.Framework.MSBuildMultiThreadableTaskAttribute");

    [Fact]
    public void No_task_takes_the_interface_that_older_MSBuilds_cannot_load() =>
        Tasks().ShouldAllBe(t => t.GetInterfaces().Except(t.BaseType!.GetInterfaces()).All(i => i.Name != "IMultiThreadableTask"));

    [Fact]
    public void The_key_is_no_parameter_of_any_task() =>
        Tasks().SelectMany(t => t.GetProperties()).Select(p => p.Name).ShouldAllBe(n => !n.Contains("Key", StringComparison.Ordinal)
            || n == "HelpKeywordPrefix");

    [Fact]
    public void There_is_no_static_state() => typeof(ValidateIdeogramDatasets).Assembly.GetTypes()
        .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)))
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
        .ShouldBeEmpty();

    private static IEnumerable<Type> Tasks() => typeof(ValidateIdeogramDatasets).Assembly.GetTypes().Where(t => typeof(ITask).IsAssignableFrom(t));
}
