using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Build.Locator;

namespace Ideogram.Build.Tasks.Tests.Support;

/// <summary>MSBuild must be found before any method that names one of its types is compiled, and test discovery compiles early.</summary>
internal static class MSBuildFromTheSdk
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing else runs before xunit's discovery.")]
    internal static void Register() => MSBuildLocator.RegisterDefaults();
}
