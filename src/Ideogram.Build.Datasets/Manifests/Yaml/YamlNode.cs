using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>A value of the manifest with its place.</summary>
internal abstract record YamlNode(Position Position)
{
    /// <summary>What the value is, for messages: "a list".</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlScalar(string Text, bool IsPlain, Position Position) : YamlNode(Position)
{
    public YamlScalarType Type { get; } = IsPlain ? YamlScalarTypes.FromPlain(Text) : YamlScalarType.Text;

    public override string Kind => Type switch
    {
        YamlScalarType.Null => "empty",
        YamlScalarType.Boolean => "true or false",
        YamlScalarType.Integer or YamlScalarType.Float => "a number",
        _ => "a text",
    };
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Position Position) : YamlNode(Position)
{
    public override string Kind => "a list";
}

/// <summary>A value that was reported already: no further problem is reported for it.</summary>
internal sealed record YamlUnreadable(Position Position) : YamlNode(Position)
{
    public override string Kind => "unreadable";
}

internal sealed record YamlMapping(IReadOnlyList<KeyValuePair<YamlNode, YamlNode>> Entries, Position Position) : YamlNode(Position)
{
    public override string Kind => "an object";
}
