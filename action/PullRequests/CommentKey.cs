using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Distinguishes the comments of two uses of the action.</summary>
internal static class CommentKey
{
    /// <summary>
    /// A key from what the comment is about, not from the workflow or job: the plan and the upload of the same datasets share
    /// one comment even if two workflows make them.
    /// </summary>
    public static string Compute(IReadOnlyList<string> manifests, string? workingDirectory)
    {
        var subject = string.Join('\n', manifests.Order(StringComparer.Ordinal).Prepend(workingDirectory ?? "."));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..12];
    }
}
