namespace Ideogram.Build.Tasks.Tests.Package;

/// <summary>The tests that share the packed package. They run one after another: each of their builds takes all processors anyway.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "The packed package";
}
