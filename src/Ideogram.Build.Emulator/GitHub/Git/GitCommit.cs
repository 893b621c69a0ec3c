using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub.Git;

internal sealed record GitPerson(string Name, string Email, DateTimeOffset Date);

internal sealed record GitCommit(string Sha, string Tree, IReadOnlyList<string> Parents, GitPerson Author, GitPerson Committer, string Message)
{
    public const int Fields = 10;

    public const string Format = "%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B";

    public static GitCommit Parse(string[] fields) => new(
        fields[0],
        fields[1],
        fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        new GitPerson(fields[3], fields[4], DateTimeOffset.Parse(fields[5], CultureInfo.InvariantCulture)),
        new GitPerson(fields[6], fields[7], DateTimeOffset.Parse(fields[8], CultureInfo.InvariantCulture)),
        fields[9].TrimEnd('\n'));
}
