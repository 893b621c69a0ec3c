using System.Globalization;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>What a scalar without quotes means in YAML 1.2's core schema, as editors and the JSON Schema see it.</summary>
internal enum YamlScalarType
{
    Text,
    Null,
    Boolean,
    Integer,
    Float,
}

internal static class YamlScalarTypes
{
    public static YamlScalarType FromPlain(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlScalarType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarType.Boolean,
        _ => OfNumber(plain),
    };

    /// <summary>The value of a number, in every form that YAML has for it; null for what is too large to count, and for "not a number".</summary>
    public static double? Number(string plain)
    {
        if (IsRadix(plain))
            return plain.Skip(2).Aggregate(0d, (value, digit) => (value * (plain[1] == 'x' ? 16 : 8)) + Uri.FromHex(digit));
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number)
            ? number
            : null;
    }

    private static YamlScalarType OfNumber(string plain)
    {
        var unsigned = plain[0] is '-' or '+' ? plain.Substring(1) : plain;
        if (unsigned.Length == 0)
            return YamlScalarType.Text;
        if (unsigned.All(IsDigit) || IsRadix(plain))
            return YamlScalarType.Integer;
        if (unsigned is ".inf" or ".Inf" or ".INF" || plain is ".nan" or ".NaN" or ".NAN")
            return YamlScalarType.Float;
        return IsDecimal(unsigned) ? YamlScalarType.Float : YamlScalarType.Text;
    }

    // "1.5", "1.", ".5", "1e3": what is too large for a number of .NET is one all the same, on every framework.
    private static bool IsDecimal(string unsigned)
    {
        var e = unsigned.IndexOfAny(['e', 'E']);
        var (mantissa, exponent) = e < 0 ? (unsigned, "0") : (unsigned.Substring(0, e), unsigned.Substring(e + 1));
        var point = mantissa.IndexOfAny(['.']);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        exponent = exponent.Length > 1 && exponent[0] is '-' or '+' ? exponent.Substring(1) : exponent;
        return digits.Length > 0 && digits.All(IsDigit) && exponent.Length > 0 && exponent.All(IsDigit);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsRadix(string plain) => plain.Length > 2 && plain[0] == '0'
        && ((plain[1] == 'x' && plain.Skip(2).All(Uri.IsHexDigit)) || (plain[1] == 'o' && plain.Skip(2).All(c => c is >= '0' and <= '7')));
}
