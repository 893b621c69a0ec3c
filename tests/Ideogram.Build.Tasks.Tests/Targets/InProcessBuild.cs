using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Logging;

namespace Ideogram.Build.Tasks.Tests.Targets;

/// <summary>Builds projects in this process, with the targets as they lie in the repository and a binary log for each build.</summary>
public sealed class InProcessBuild(Workspace work)
{
    /// <summary>Asks whether everything is up to date instead of building.</summary>
    public bool Question { get; init; }

    public Dictionary<string, string> GlobalProperties { get; } = [];

    private const string Compiles = """<Target Name="BeforeCompile" /><Target Name="Build" DependsOnTargets="BeforeCompile" />""";

    /// <summary>Writes a project without an SDK, which builds in milliseconds: Build calls BeforeCompile as every SDK does.</summary>
    public static void WriteProject(Workspace work, string items = "<IdeogramDatasetUpload Include=\"ideogram.yml\" />", string properties = "",
        string relative = "project.proj", string targets = Compiles)
    {
        // A real project has this folder before the first validation, since restore writes there.
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(work.PathOf(relative))!, "obj"));
        work.Write(relative, $"""
            <Project DefaultTargets="Build">
              <Import Project="{Checkout.TasksProject}/build/Ideogram.Build.props" />
              <PropertyGroup>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
                <IdeogramBuildTasksAssembly>{typeof(ValidateIdeogramDatasets).Assembly.Location}</IdeogramBuildTasksAssembly>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              {targets}
              <Target Name="Clean" />
              <Import Project="{Checkout.TasksProject}/build/Ideogram.Build.targets" />
            </Project>
            """);
    }

    public BuildLog Run(string target = "Build", string project = "project.proj")
    {
        var log = work.BinaryLog();
        using var projects = new ProjectCollection();
        using var manager = new BuildManager();
        var parameters = new BuildParameters(projects)
        {
            Loggers = [new BinaryLogger { Parameters = log }],
            EnableNodeReuse = false,
            Question = Question,
        };
        manager.Build(parameters, new BuildRequestData(work.PathOf(project), GlobalProperties!, targetsToBuild: [target], toolsVersion: null,
            hostServices: null));
        return new BuildLog(log);
    }
}
