namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild's multithreaded mode (<c>-mt</c>) that a task keeps no process-wide state and may run in the build process.
/// MSBuild looks for the attribute by its full name only, and the version that is compiled against does not have it yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
