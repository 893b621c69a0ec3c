using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Tasks;

/// <summary>What can go wrong between the build and the datasets.</summary>
public static class BuildRules
{
    /// <summary>The program <c>ideogram-build</c> is not installed.</summary>
    public static readonly Rule ProgramMissing = new("IDEO4090", Severity.Error, "ideogram-build is not installed");

    /// <summary>The program ended with an exit code other than 0 and wrote no error.</summary>
    public static readonly Rule ProgramFailed = new("IDEO4091", Severity.Error, "ideogram-build failed");

    /// <summary>The build ran with <c>-question</c>, and the datasets are not up to date.</summary>
    public static readonly Rule NotUpToDate = new("IDEO4092", Severity.Error, "The datasets are not up to date");

    /// <summary>Metadata of an <c>IdeogramDatasetUpload</c> item cannot be understood.</summary>
    public static readonly Rule BadMetadata = new("IDEO4093", Severity.Error, "Metadata that cannot be understood");

    /// <summary>The intermediate folder cannot be written, so that the next build validates again.</summary>
    public static readonly Rule StateNotWritten = new("IDEO4094", Severity.Warning, "The result of the validation cannot be saved");

    /// <summary>An <c>IdeogramDatasetUpload</c> item names a file that is not there.</summary>
    public static readonly Rule ManifestMissing = new("IDEO4095", Severity.Error, "The item names a manifest that does not exist");

    /// <summary>The project uses the package and has no <c>IdeogramDatasetUpload</c> item, or its glob matches nothing.</summary>
    public static readonly Rule NoManifest = new("IDEO4096", Severity.Warning, "The project names no manifest");

    /// <summary>MSBuild cannot load the tasks. Ideogram.Build.targets says it.</summary>
    public static readonly Rule MSBuildTooOld = new("IDEO4097", Severity.Error, "MSBuild is too old");
}
