namespace Ideogram.Build.Tasks.Tests.Targets;

/// <summary>MSBuild's in-process node owns the current folder and the environment while it builds: one build at a time.</summary>
[CollectionDefinition(Name)]
public static class InProcessCollection
{
    public const string Name = "MSBuild in this process";
}
