namespace Ideogram.Build.Action.Running;

/// <summary>Finds the repository's top: a checkout need not fill the workspace.</summary>
internal static class RepositoryTop
{
    /// <summary>The nearest folder with <c>.git</c> between a folder and the workspace; the workspace if there is none.</summary>
    public static string Of(string folder, string workspace)
    {
        for (var at = folder; at is not null && at.Length >= workspace.Length; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
                return at;
        }

        return workspace;
    }
}
