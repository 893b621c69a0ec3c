namespace Ideogram.Build.Cli.Output;

/// <summary>One thing that the doctor looks at, where the doctor knows no more of it than what it finds.</summary>
internal interface ICheckup
{
    /// <summary>Looks, and writes nothing.</summary>
    /// <param name="repository"><c>owner/name</c> of the current folder's repository, as far as its files say.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<Finding> LookAsync(string? repository, CancellationToken cancellationToken);
}
