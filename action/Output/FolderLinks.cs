using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Output;

/// <summary>Names files relative to the current folder.</summary>
/// <param name="folder">Full path of the current folder.</param>
internal sealed class FolderLinks(string folder)
{
    public string Display(string file) => RepositoryPath.Relative(folder, file);
}
