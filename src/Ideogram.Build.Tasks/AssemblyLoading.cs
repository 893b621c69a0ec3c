#if NETFRAMEWORK
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ideogram.Build.Tasks;

/// <summary>
/// MSBuild on .NET Framework knows no load context per task and no binding redirects of ours: what our assemblies ask for and nobody else has is taken from
/// beside them, in whatever version lies there.
/// </summary>
internal static class AssemblyLoading
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(AssemblyLoading).Assembly.Location)!;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "MSBuild calls nothing of ours before it loads a task.")]
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
