
namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>The action's image and its base image, under podman.</summary>
/// <param name="Image">The action's image.</param>
/// <param name="Base">What it is built on.</param>
internal sealed record Container(string Image, string Base)
{
    private const string DefaultImage = "ideogram-build-scenes";
    private const string DefaultBase = "mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled";

    /// <summary>What <c>--image</c> and <c>--base</c> name.</summary>
    public static Container Create(Arguments arguments) => new(arguments.Text("--image") ?? DefaultImage, arguments.Text("--base") ?? DefaultBase);

    /// <summary>Why nothing can be measured here; null if it can.</summary>
    public string? Missing()
    {
        try
        {
            return Tool.Run("podman", "images", "--quiet", Image).Trim().Length == 0 ? $"no image {Image}"
                : Tool.Run("podman", "images", "--quiet", Base).Trim().Length == 0 ? $"no image {Base}"
                : null;
        }
        catch (UsageException)
        {
            return "no podman";
        }
    }

    /// <summary>Runs a container to its end.</summary>
    public static void Run(params IEnumerable<string> arguments) => Tool.Succeed("podman", ["run", "--rm", "--network=host", .. arguments]);
}
