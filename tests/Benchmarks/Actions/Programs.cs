using System.Runtime.InteropServices;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>The program as the image has it, and as a build that needs an installed runtime; published when first asked for.</summary>
internal sealed class Programs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<PublishedProgram> _shipped = new(PublishedProgram.Create);
    private readonly Lazy<string> _framework;

    public Programs() => _framework = new(PublishFramework);

    /// <summary>As the image holds it: the executable.</summary>
    public string Published => _shipped.Value.File;

    /// <summary>The folder of the framework-dependent build.</summary>
    public string FrameworkFolder => _framework.Value;

    /// <summary>The framework-dependent build, for <c>dotnet</c>.</summary>
    public string Framework => Path.Combine(_framework.Value, "ideogram-build.dll");

    /// <summary>The folder of the installed runtime.</summary>
    public static string Runtime => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    public void Dispose()
    {
        if (_shipped.IsValueCreated)
            _shipped.Value.Dispose();
        _folder.Dispose();
    }

    private string PublishFramework()
    {
        var output = Path.Combine(_folder.Path, "framework-dependent");
        PublishedProgram.Publish(output);
        return output;
    }
}
