using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Ideogram.Build.Datasets.Files;

/// <summary>
/// The only place that makes files and folders; analyzers forbid it everywhere else. A file is made under a random name, as new, and moved into place when it
/// is whole. Nothing is written through a link below the repository's top or the current folder: a pull request can commit one.
/// </summary>
public static class FileWriter
{
    /// <summary>Writes a file, over an earlier one if there is one. That one's permissions are kept.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="current">Full path of the folder below which no link is followed, besides the repository that the file lies in; null for the current
    /// folder.</param>
    /// <exception cref="IOException">The file cannot be written, or a link is on the way (<see cref="LinkOnTheWayException"/>).</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Replace(string path, byte[] content, string? current = null)
    {
        RefuseLinks(path, current);
        NewFolder(Path.GetDirectoryName(path)!);
        var draft = Draft(path, content, keepMode: true);
        try
        {
            RefuseLinks(path, current);
            MoveOver(draft, path);
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Writes a new file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="current">As with <see cref="Replace"/>.</param>
    /// <exception cref="IOException">A file exists there, or it cannot be written, or a link is on the way (<see
    /// cref="LinkOnTheWayException"/>).</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Create(string path, byte[] content, string? current = null)
    {
        RefuseLinks(path, current);
        NewFolder(Path.GetDirectoryName(path)!);
        var draft = Draft(path, content, keepMode: false);
        try
        {
            RefuseLinks(path, current);
            MoveNew(draft, path);
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Creates a folder and those above it, if they are missing.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="current">As with <see cref="Replace"/>.</param>
    /// <exception cref="IOException">It cannot be made, or a link is on the way (<see cref="LinkOnTheWayException"/>).</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public static void MakeFolder(string folder, string? current = null)
    {
        RefuseLinks(folder, folder, current);
        NewFolder(folder);
    }

    /// <summary>Makes a file in a folder and removes it again.</summary>
    /// <param name="folder">Full path of an existing folder.</param>
    /// <returns>The file's time as the file system has it (UTC), which may be another machine's.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written to.</exception>
    public static DateTime Probe(string folder)
    {
        var draft = Draft(Path.Combine(folder, "probe"), [], keepMode: false);
        try
        {
            return File.GetLastWriteTimeUtc(draft);
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Checks whether a file can be written: creates it and removes it again, or, if it exists, another one beside it.</summary>
    /// <param name="path">Full path; its folder exists.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Try(string path)
    {
        var draft = Draft(path, [], keepMode: false);
        try
        {
            if (File.Exists(path))
                return;
            MoveNew(draft, path);
            draft = path;
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Whether a file exists, is empty and can be written to: not a pipe and not a device.</summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public static bool IsEmptyFile(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: 0 } || path.StartsWith("/dev/", StringComparison.Ordinal)
            || path.StartsWith("/proc/", StringComparison.Ordinal))
            return false;
        using var stream = OpenBothWays(path);
        return stream.CanSeek;
    }

    /// <summary>Refuses a path that passes through a link or is one, as <see cref="Replace"/> does.</summary>
    /// <param name="path">Full path; it need not exist.</param>
    /// <param name="current">As with <see cref="Replace"/>.</param>
    /// <exception cref="LinkOnTheWayException">There is a link.</exception>
    public static void RefuseLinks(string path, string? current = null) => RefuseLinks(path, Path.GetDirectoryName(path) ?? path, current);

    private static void RefuseLinks(string path, string folder, string? current)
    {
        var start = current ?? Environment.CurrentDirectory;

        // From the top of the disk every link would count, but the links of the system there are not in the repository.
        var link = Path.GetDirectoryName(start) is null ? null : PathBounds.FindLink(start, path);
        if ((link ?? PathBounds.FindLink(RepositoryRoot.Find(folder), path)) is { } found)
            throw new LinkOnTheWayException(found);
    }

    private static string Draft(string path, byte[] content, bool keepMode)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".ideogram-build-{RandomName()}.tmp");
        var earlier = keepMode && File.Exists(path) ? path : null;
        // Without a buffer: a full disk fails in the write, where the draft is removed, and not when the file is closed.
        using var stream = OpenNew(draft, earlier);
        try
        {
            KeepMode(stream, earlier);
            stream.Write(content, 0, content.Length);
            return draft;
        }
        catch
        {
            stream.Dispose();
            Remove(draft);
            throw;
        }
    }

    // The name must be unknown to anybody who prepared the folder.
    private static string RandomName()
    {
        var bytes = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The result is decided already; a draft that stays is a dot file, which no glob matches.
        }
    }

#pragma warning disable RS0030 // This is the place that the ban sends everybody to.
#if NETFRAMEWORK
    private static FileStream OpenNew(string draft, string? earlier) => new(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);

    private static void KeepMode(FileStream draft, string? earlier)
    {
    }

    private static void MoveOver(string draft, string path)
    {
        if (File.Exists(path))
            File.Replace(draft, path, destinationBackupFileName: null);
        else
            File.Move(draft, path);
    }
#else
    private static FileStream OpenNew(string draft, string? earlier)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && earlier is not null)
            options.UnixCreateMode = Mode(earlier);
        return new FileStream(draft, options);
    }

    // The permissions are never wider than those of the earlier file, and in the end the same, whatever the umask.
    private static void KeepMode(FileStream draft, string? earlier)
    {
        if (OperatingSystem.IsWindows() || earlier is null)
            return;
        try
        {
            File.SetUnixFileMode(draft.SafeFileHandle, Mode(earlier));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file system without permissions.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static UnixFileMode Mode(string file) => File.GetUnixFileMode(file) & (UnixFileMode)0b111_111_111;

    private static void MoveOver(string draft, string path)
    {
        // On Windows only this keeps the earlier file's permissions.
        if (OperatingSystem.IsWindows() && File.Exists(path))
            File.Replace(draft, path, destinationBackupFileName: null);
        else
            File.Move(draft, path, overwrite: true);
    }
#endif

    private static void MoveNew(string draft, string path) => File.Move(draft, path);

    private static void NewFolder(string folder) => Directory.CreateDirectory(folder);

    // Opening a pipe for reading only would wait.
    private static FileStream OpenBothWays(string path) => new(path, FileMode.Open, FileAccess.ReadWrite);
#pragma warning restore RS0030
}
