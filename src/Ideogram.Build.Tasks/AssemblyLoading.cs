#if NETFRAMEWORK
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ideogram.Build.Tasks;

/// <summary>
/// MSBuild on .NET Framework has no load context per task and does not use our binding redirects. Assemblies that are not found elsewhere are loaded from
/// the folder of this assembly, in the version that is there.
/// </summary>
internal static class AssemblyLoading
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(AssemblyLoading).Assembly.Location)!;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "MSBuild calls no method of this assembly before it loads a task.")]
    internal static void Register() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Find(request);

    private static Assembly? Find(ResolveEventArgs request)
    {
        if (request.RequestingAssembly is { } asking && Path.GetDirectoryName(asking.Location) != Folder)
            return null;

        var path = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
#endif
