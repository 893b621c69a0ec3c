using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Health;

/// <summary>What a health check says of a repository.</summary>
internal static class HealthScene
{
    public static Dataset CheckHealth(this TempRepository repository) => new DatasetValidator(new ValidatorOptions { CheckHealth = true })
        .Validate(repository.ManifestPath, TestContext.Current.CancellationToken);

    /// <summary>The only problem of a rule; null if there is none.</summary>
    public static Diagnostic? Said(this Dataset dataset, Rule rule) => dataset.Diagnostics.SingleOrDefault(d => d.Rule == rule);
}
