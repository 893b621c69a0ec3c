using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>Reads typed values from YAML and reports what does not fit, at its place.</summary>
internal sealed class YamlValues(string file, List<Diagnostic> diagnostics)
{
    public void Report(Rule rule, Position position, string message) => diagnostics.Add(rule.At(file, position, message));

    /// <summary>The object's values by key, after unknown, repeated and unreadable keys were reported.</summary>
    public IReadOnlyDictionary<string, YamlNode>? Object(YamlNode node, string what, IReadOnlyList<string> known)
    {
        if (Entries(node, what) is not { } entries)
            return null;

        foreach (var key in entries.Keys.Where(k => !known.Contains(k.Text, StringComparer.Ordinal)))
        {
            Report(ManifestRules.UnknownKey, key.Position, key.Text == "<<"
                ? "Merge keys ('<<') are not followed in a manifest. Write the keys out."
                : $"{what} has no key {MessageText.Quote(key.Text)}{Suggestion.For(key.Text, known)}. Known keys: {string.Join(", ", known)}.");
        }

        return entries.ByText;
    }

    /// <summary>The object's keys and values, with any keys.</summary>
    public YamlEntries? Entries(YamlNode node, string what)
    {
        if (node is not YamlMapping mapping)
        {
            WrongType(node, what, "an object of keys and values");
            return null;
        }

        var keys = new List<YamlScalar>();
        var byText = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                WrongType(entry.Key, $"A key of {what.ToLowerInvariant()}", "a text");
            }
            else if (byText.ContainsKey(key.Text))
            {
                Report(ManifestRules.DuplicateKey, key.Position, $"The key {MessageText.Quote(key.Text)} is twice in {Lower(what)}. Keep one of the two.");
            }
            else
            {
                keys.Add(key);
                byText.Add(key.Text, entry.Value);
            }
        }

        return new YamlEntries(keys, byText);
    }

    public string? Text(YamlNode node, string what)
    {
        if (node is YamlScalar { Type: YamlScalarType.Text } text)
            return text.Text;

        WrongType(node, what, "a text", node is YamlScalar { Type: not YamlScalarType.Null } scalar ? $" Put it in quotes: "
            + $"\"{MessageText.Escape(scalar.Text)}\"." : "");
        return null;
    }

    public T? Choice<T>(YamlNode node, string what, IReadOnlyList<KeyValuePair<string, T>> choices)
        where T : struct
    {
        var names = choices.Select(c => c.Key).ToList();
        if (node is not YamlScalar { Type: not YamlScalarType.Null } scalar)
        {
            WrongType(node, what, $"one of {string.Join(", ", names)}");
            return null;
        }

        var index = names.IndexOf(scalar.Text);
        if (index >= 0)
            return choices[index].Value;

        Report(ManifestRules.UnknownValue, node.Position, $"{what} cannot be {MessageText.Quote(scalar.Text)}{Suggestion.For(scalar.Text, names)}. "
            + $"Allowed: {string.Join(", ", names)}.");
        return null;
    }

    public int? Integer(YamlNode node, string what, int min, int max)
    {
        if (node is not YamlScalar { Type: YamlScalarType.Integer or YamlScalarType.Float } scalar || YamlScalarTypes.Number(scalar.Text) is not { } value
            || value % 1 != 0)
        {
            WrongType(node, what, "a whole number");
            return null;
        }

        if (value >= min && value <= max)
            return (int)value;

        Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"{what} must be a whole number from {min} to {max}, but it is ")
            + FormattableString.Invariant($"{MessageText.Quote(scalar.Text)}."));
        return null;
    }

    public double? Number(YamlNode node, string what, string range, Func<double, bool> isInRange)
    {
        if (node is not YamlScalar { Type: YamlScalarType.Integer or YamlScalarType.Float } scalar)
        {
            WrongType(node, what, "a number");
            return null;
        }

        if (YamlScalarTypes.Number(scalar.Text) is { } value && isInRange(value))
            return value;

        Report(ManifestRules.OutOfRange, node.Position, $"{what} must be {range}, but it is {MessageText.Quote(scalar.Text)}.");
        return null;
    }

    public void WrongType(YamlNode node, string what, string wanted, string hint = "")
    {
        if (node is not YamlUnreadable)
            Report(ManifestRules.WrongType, node.Position, $"{what} must be {wanted}, but it is {node.Kind}.{hint}");
    }

    private static string Lower(string what) => what.StartsWith("The ", StringComparison.Ordinal) ? $"the {what.Substring(4)}" : what;
}

/// <summary>An object's keys in the order of the file, and its values.</summary>
internal sealed record YamlEntries(IReadOnlyList<YamlScalar> Keys, IReadOnlyDictionary<string, YamlNode> ByText);
