using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads an <c>ideogram.yml</c> and reports everything that is wrong with it in one pass.</summary>
internal sealed class ManifestReader(string file)
{
    public const int MaxBytes = 1_000_000;

    private static readonly string[] Keys = ["name", "id", "images", "captions", "captions-from", "update", "foreign", "limits", "training", "rules"];

    private static readonly KeyValuePair<string, UpdatePolicy>[] UpdatePolicies =
    [
        new("auto", UpdatePolicy.Auto), new("additive", UpdatePolicy.Additive), new("keep-stale", UpdatePolicy.KeepStale),
        new("revision", UpdatePolicy.Revision),
    ];

    private static readonly KeyValuePair<string, ForeignPolicy>[] ForeignPolicies =
        [new("refuse", ForeignPolicy.Refuse), new("keep", ForeignPolicy.Keep), new("match", ForeignPolicy.Match)];

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Reads the manifest's file.</summary>
    public static ManifestReading Read(string file)
    {
        try
        {
            var bytes = BoundedFile.Read(file, MaxBytes);
            return bytes is null
                ? Failed(ManifestRules.TooLarge, FormattableString.Invariant($"The manifest has more than {MaxBytes:N0} bytes. ")
                    + "Name images with globs instead of one by one, or split it into several *.ideogram.yml.")
                : Read(file, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(ManifestRules.Unreadable,
                $"The manifest does not exist{Suggestion.ForPath(file)}. Check the path, its case, and that the file is committed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failed(ManifestRules.Unreadable, "The manifest cannot be opened: it is a folder, it is locked, or you may not read it.");
        }

        ManifestReading Failed(Rule rule, string message) => new(null, [rule.At(file, Position.Start, message)]);
    }

    /// <summary>Reads a manifest's bytes.</summary>
    public static ManifestReading Read(string file, byte[] bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.Decode(bytes);
        }
        catch (DecoderFallbackException)
        {
            var at = Utf8Bytes.FirstWrong(bytes);
            return new(null, [ManifestRules.NotUtf8.At(file, Utf8Bytes.PositionOf(bytes, at),
                FormattableString.Invariant($"The manifest is not UTF-8 (byte {at}). ") + (IsNamedAsOne(file) ? "Save it as UTF-8."
                    : "A manifest is a text, such as ideogram.yml, and names the images. Name the manifest and not an image."))]);
        }

        var reader = new ManifestReader(file);
        var manifest = reader.ReadText(text);
        return new(manifest, reader._diagnostics);
    }

    private static bool IsNamedAsOne(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml";

    private Manifest? ReadText(string text)
    {
        var before = _diagnostics.Count;
        var root = new YamlLoader(file, text, _diagnostics).Load();
        var values = new YamlValues(file, _diagnostics);
        if (root is null or YamlScalar { Type: YamlScalarType.Null })
        {
            if (_diagnostics.Count == before)
                values.Report(ManifestRules.MissingKey, Position.Start, "The manifest is empty. It needs at least 'name' and 'images'.");
            return null;
        }

        return values.Object(root, "The manifest", Keys) is { } keys ? ReadKeys(keys, values, root.Position) : null;
    }

    private Manifest ReadKeys(IReadOnlyDictionary<string, YamlNode> keys, YamlValues values, Position start)
    {
        Require("name", "It is the dataset's name at Ideogram.");
        Require("images", "It lists the globs and paths of the images.");
        var captions = Get("captions") is { } settings ? CaptionSettings.Read(settings, values) : new CaptionSettings(default, null);
        var manifest = new Manifest
        {
            Path = file,
            Name = Get("name") is { } name ? NameReader.Name(name, values) ?? "" : "",
            NamePosition = Get("name")?.Position ?? start,
            Id = Get("id") is { } id ? NameReader.Id(id, values) : null,
            IdPosition = Get("id")?.Position ?? Position.Start,
            Images = Get("images") is { } images ? new ImageEntryReader(values).Read(images) : [],
            ImagesPosition = Get("images")?.Position ?? start,
            Captions = captions.Policy,
            RequiredPhrase = captions.Require,
            CaptionsPosition = Get("captions")?.Position ?? Get("images")?.Position ?? start,
            CaptionsFrom = Get("captions-from") is { } table ? CaptionTableEntryReader.Read(table, values) : null,
            Update = Choice("update", UpdatePolicies),
            UpdatePosition = Get("update")?.Position ?? Position.Start,
            Foreign = Choice("foreign", ForeignPolicies),
            Limits = Get("limits") is { } limits ? LimitsReader.Read(limits, values) : new(),
            Training = Get("training") is { } training ? TrainingReader.Read(training, values) : null,
            Rules = Get("rules") is { } rules ? RulesReader.Read(rules, values) : RulesReader.None,
        };
        RefuseContradictions(manifest, values);
        return manifest;

        YamlNode? Get(string key) => keys.TryGetValue(key, out var node) ? node : null;

        void Require(string key, string why)
        {
            // A misspelt key is one mistake and is reported once.
            if (!keys.ContainsKey(key) && !keys.Keys.Any(k => Suggestion.Nearest(k, Keys) == key))
                values.Report(ManifestRules.MissingKey, start, $"The manifest has no '{key}'. {why}");
        }

        T Choice<T>(string key, KeyValuePair<string, T>[] choices)
            where T : struct => Get(key) is { } node ? values.Choice(node, $"'{key}'", choices) ?? default : default;
    }

    private static void RefuseContradictions(Manifest manifest, YamlValues values)
    {
        if (manifest is { Update: UpdatePolicy.Revision, Id: not null })
            values.Report(ManifestRules.Contradiction, manifest.IdPosition, "'id' names one dataset, but 'update: "
                + "revision' makes a new dataset for every change. Remove one of the two.");
        if (manifest is { Update: UpdatePolicy.Auto, Id: null } && CodePoint.Count(manifest.Name) is > DatasetFamily.MaxNameLength and var length
            and <= IdeogramLimits.MaxNameLength)
            values.Report(ManifestRules.OutOfRange, manifest.NamePosition, FormattableString.Invariant($"'name' has {length} characters. With 'update: auto' ")
                + FormattableString.Invariant($"it may have {DatasetFamily.MaxNameLength}: an edit starts a new dataset, and its name gets a suffix like ")
                + "' v2'.");
        if (manifest is { Captions: CaptionPolicy.None, CaptionsFrom: { } table })
            values.Report(ManifestRules.Contradiction, table.Position, "'captions-from' names a table of captions, but 'captions: none' sends none. "
                + "Remove one of the two.");
        if (manifest is { Training.Start: TrainingStart.OnChange, Update: not UpdatePolicy.Revision })
            values.Report(ManifestRules.Contradiction, manifest.Training.Position, "'start: on-change' requires 'update: revision': "
                + "only then is a dataset exactly what was reviewed. Set 'update: revision', or 'start: manual'.");
    }
}

/// <summary>What reading a manifest gave: the manifest as far as it could be understood, and what is wrong with it.</summary>
internal sealed record ManifestReading(Manifest? Manifest, IReadOnlyList<Diagnostic> Diagnostics);
