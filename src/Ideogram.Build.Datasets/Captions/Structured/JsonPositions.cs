using System.Text;
using System.Text.Json;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Structured;

/// <summary>Reads JSON into values that know their place. Bounded in depth, strict: no comments, no trailing commas.</summary>
internal sealed class JsonPositions(byte[] utf8)
{
    /// <summary>The name of a member that editors read to find a schema.</summary>
    public const string SchemaMember = "$schema";

    private const int MaxDepth = 64;

    private readonly List<int> _broken = [];

    /// <summary>Where texts begin that hold half of a surrogate pair: that is JSON, and no text.</summary>
    public IReadOnlyList<int> BrokenTexts => _broken;

    /// <summary>The whole text as one value.</summary>
    /// <exception cref="JsonException">The text is not JSON; line and byte in the line are set.</exception>
    public JsonValue Parse()
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        Read(ref reader);
        var value = ParseValue(ref reader);
        while (reader.Read())
        {
            // The reader itself refuses a second value.
        }

        return value;
    }

    /// <summary>Line and column of a byte; columns count characters as editors do.</summary>
    public Position PositionOf(int offset)
    {
        var end = Math.Min(offset, utf8.Length);
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < end; i++)
        {
            if (utf8[i] != (byte)'\n')
                continue;
            line++;
            lineStart = i + 1;
        }

        return new Position(line, Encoding.UTF8.GetCharCount(utf8, lineStart, end - lineStart) + 1);
    }

    /// <summary>The place that an exception of the reader names.</summary>
    public Position PositionOf(JsonException exception)
    {
        var offset = 0;
        for (var line = exception.LineNumber ?? 0; line > 0 && offset < utf8.Length; line--)
            offset = Array.IndexOf(utf8, (byte)'\n', offset) + 1;
        return PositionOf(offset + (int)(exception.BytePositionInLine ?? 0));
    }

    private static void Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            throw new JsonException("The text ends too early.");
    }

    private JsonValue ParseValue(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new JsonValue(JsonValueKind.Object, "", ParseMembers(ref reader), [], start) { End = (int)reader.BytesConsumed };
            case JsonTokenType.StartArray:
                return new JsonValue(JsonValueKind.Array, "", [], ParseItems(ref reader), start) { End = (int)reader.BytesConsumed };
            case JsonTokenType.String:
                return new JsonValue(JsonValueKind.String, StringOf(ref reader), [], [], start);
            case JsonTokenType.Number:
                return new JsonValue(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), [], [], start);
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null
                };
                return new JsonValue(kind, "", [], [], start);
        }
    }

    private List<JsonMember> ParseMembers(ref Utf8JsonReader reader)
    {
        var members = new List<JsonMember>();
        Read(ref reader);
        while (reader.TokenType != JsonTokenType.EndObject)
        {
            var start = (int)reader.TokenStartIndex;
            var name = StringOf(ref reader);
            Read(ref reader);
            members.Add(new JsonMember(name, start, ParseValue(ref reader)));
            Read(ref reader);
        }

        return members;
    }

    private List<JsonValue> ParseItems(ref Utf8JsonReader reader)
    {
        var items = new List<JsonValue>();
        Read(ref reader);
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ParseValue(ref reader));
            Read(ref reader);
        }

        return items;
    }

    private string StringOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _broken.Add((int)reader.TokenStartIndex);
            return "\uFFFD";
        }
    }
}
