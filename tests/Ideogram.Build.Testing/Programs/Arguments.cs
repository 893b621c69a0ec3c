using System.Globalization;

namespace Ideogram.Build.Testing;

/// <summary>Pairs of <c>--name value</c>. A name that nobody asks for is an error.</summary>
public sealed class Arguments
{
    private readonly List<(string Name, string Value)> _pairs = [];

    public Arguments(IEnumerable<string> arguments)
    {
        foreach (var pair in arguments.Chunk(2))
        {
            if (pair.Length != 2 || !pair[0].StartsWith("--", StringComparison.Ordinal))
                throw new UsageException($"'{pair[0]}' is not a pair of --name and value.");
            _pairs.Add((pair[0], pair[1]));
        }
    }

    public int Number(string name, int otherwise)
    {
        if (All(name).LastOrDefault() is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException($"{name} wants a number.");
    }

    public string? Text(string name) => All(name).LastOrDefault();

    public string[] All(string name) => [.. _pairs.Where(p => p.Name == name).Select(p => p.Value)];

    public void AllowOnly(params string[] names)
    {
        foreach (var (name, _) in _pairs)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                throw new UsageException($"There is no option {name} here.");
        }
    }
}
