using System.Reflection;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>The workflow that plans on pull requests and uploads on merge: docs/workflows/one.yml, which CI checks, for the repository's own branch.</summary>
internal static class WorkflowDraft
{
    /// <summary>Where it goes, from the repository's top.</summary>
    public const string File = ".github/workflows/ideogram.yml";

    public static string Write(string branch)
    {
        using var example = Assembly.GetExecutingAssembly().GetManifestResourceStream("workflow.yml")!;
        using var reader = new StreamReader(example);
        return reader.ReadToEnd().Replace("branches: [main]", $"branches: [{YamlText.Quote(branch)}]", StringComparison.Ordinal);
    }
}
