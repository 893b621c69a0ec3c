using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Ideogram.Build.Tasks.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package) : IDisposable
{
    private readonly ZipArchive _zip = ZipFile.OpenRead(package.File);

    public void Dispose() => _zip.Dispose();

    [Fact]
    public void The_package_holds_these_entries_and_no_other() => _zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal).ShouldBe(
    [
        "Ideogram.Build.nuspec",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "[Content_Types].xml",
        "_rels/.rels",
        "build/Ideogram.Build.props",
        "build/Ideogram.Build.targets",
        "buildMultiTargeting/Ideogram.Build.props",
        "buildMultiTargeting/Ideogram.Build.targets",
        "icon.png",
        "ideogram.schema.json",
        "package/services/metadata/core-properties/nuget.psmdcp",
        "tasks/net472/Ideogram.Build.Datasets.dll",
        "tasks/net472/Ideogram.Build.Tasks.dll",
        "tasks/net472/Microsoft.Bcl.AsyncInterfaces.dll",
        "tasks/net472/System.Buffers.dll",
        "tasks/net472/System.Memory.dll",
        "tasks/net472/System.Numerics.Vectors.dll",
        "tasks/net472/System.Runtime.CompilerServices.Unsafe.dll",
        "tasks/net472/System.Text.Encodings.Web.dll",
        "tasks/net472/System.Text.Json.dll",
        "tasks/net472/System.Threading.Tasks.Extensions.dll",
        "tasks/net472/System.ValueTuple.dll",
        "tasks/net472/YamlDotNet.dll",
        "tasks/net8.0-linux-x64/Ideogram.Build.Datasets.dll",
        "tasks/net8.0-linux-x64/Ideogram.Build.Tasks.deps.json",
        "tasks/net8.0-linux-x64/Ideogram.Build.Tasks.dll",
        "tasks/net8.0-linux-x64/YamlDotNet.dll",
        "tasks/net8.0/Ideogram.Build.Datasets.dll",
        "tasks/net8.0/Ideogram.Build.Tasks.deps.json",
        "tasks/net8.0/Ideogram.Build.Tasks.dll",
        "tasks/net8.0/YamlDotNet.dll",
    ]);

    [Fact]
    public void The_package_is_a_development_dependency_without_dependencies()
    {
        var metadata = Nuspec();

        Value(metadata, "developmentDependency").ShouldBe("true");
        metadata.Elements().ShouldNotContain(e => e.Name.LocalName == "dependencies");
    }

    [Fact]
    public void The_package_says_its_license_readme_icon_and_repository()
    {
        var metadata = Nuspec();

        Value(metadata, "license").ShouldBe("MIT");
        Value(metadata, "readme").ShouldBe("README.md");
        Value(metadata, "icon").ShouldBe("icon.png");
        metadata.Elements().Single(e => e.Name.LocalName == "repository").Attribute("url")!.Value.ShouldStartWith("https://github.com/");
    }

    [Fact]
    public void The_readme_has_only_links_that_work_on_a_packages_page()
    {
        var links = Encoding.UTF8.GetString(Bytes("README.md")).Split("](").Skip(1).ToList();

        links.Count.ShouldBeGreaterThan(10);
        links.ShouldAllBe(l => l.StartsWith("https://", StringComparison.Ordinal) || l.StartsWith('#'));
    }

    [Theory]
    [InlineData("tasks/net8.0/Ideogram.Build.Tasks.dll")]
    [InlineData("tasks/net8.0/Ideogram.Build.Datasets.dll")]
    [InlineData("tasks/net472/Ideogram.Build.Tasks.dll")]
    [InlineData("tasks/net472/Ideogram.Build.Datasets.dll")]
    public void Our_assemblies_are_deterministic_and_carry_their_symbols(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Bytes(entry)));

        var kinds = assembly.ReadDebugDirectory().Select(d => d.Type).ToList();

        kinds.ShouldContain(DebugDirectoryEntryType.Reproducible);
        kinds.ShouldContain(DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    [Theory]
    [InlineData("tasks/net8.0/Ideogram.Build.Tasks.dll")]
    [InlineData("tasks/net472/Ideogram.Build.Tasks.dll")]
    public void The_tasks_ask_for_the_lowest_MSBuild_that_has_what_they_need(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Bytes(entry)));
        var reader = assembly.GetMetadataReader();

        var builds = reader.AssemblyReferences.Select(h => reader.GetAssemblyReference(h).GetAssemblyName())
            .Where(n => n.Name!.StartsWith("Microsoft.Build", StringComparison.Ordinal)).ToList();

        builds.Select(n => n.Name).Order(StringComparer.Ordinal).ShouldBe(["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core"]);
        builds.ShouldAllBe(n => n.Version == new Version(15, 1, 0, 0));
    }

    [Theory]
    [InlineData("Ideogram.Build.Tasks.dll")]
    [InlineData("Ideogram.Build.Datasets.dll")]
    [InlineData("YamlDotNet.dll")]
    public void What_is_compiled_ahead_is_the_same_module_with_native_code(string name)
    {
        using var plain = new PEReader(new MemoryStream(Bytes($"tasks/net8.0/{name}")));
        using var ahead = new PEReader(new MemoryStream(Bytes($"tasks/net8.0-linux-x64/{name}")));

        plain.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBe(0);
        ahead.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0);
        Module(ahead).ShouldBe(Module(plain));

        static Guid Module(PEReader assembly) => assembly.GetMetadataReader() is var reader ? reader.GetGuid(reader.GetModuleDefinition().Mvid) : Guid.Empty;
    }

    [Fact]
    public void The_private_dependencies_are_named_for_the_load_context() =>
        new StreamReader(_zip.GetEntry("tasks/net8.0/Ideogram.Build.Tasks.deps.json")!.Open()).ReadToEnd().ShouldContain("YamlDotNet.dll");

    private static string? Value(XElement metadata, string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

    private XElement Nuspec()
    {
        using var stream = _zip.GetEntry("Ideogram.Build.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private byte[] Bytes(string entry)
    {
        using var stream = _zip.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
