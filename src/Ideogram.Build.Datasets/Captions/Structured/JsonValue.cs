using System.Text.Json;

namespace Ideogram.Build.Datasets.Captions.Structured;

/// <summary>A value of a JSON text with the byte where it begins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's characters or a number as written.</param>
/// <param name="Members">An object's members, in the order of the text, repeated names included.</param>
/// <param name="Items">An array's values.</param>
/// <param name="Start">The byte where it begins, from 0.</param>
internal sealed record JsonValue(JsonValueKind Kind, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonValue> Items, int Start)
{
    /// <summary>The byte after an object or a list.</summary>
    public int End { get; init; }

    /// <summary>Writes the value as JSON again, without those members of objects.</summary>
    public void Write(Utf8JsonWriter writer, ICollection<JsonMember> without)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in Members.Where(m => !without.Contains(m)))
                {
                    writer.WritePropertyName(member.Name);
                    member.Value.Write(writer, without);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items)
                    item.Write(writer, without);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text);
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Text);
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(Kind == JsonValueKind.True);
                break;
        }
    }

    /// <summary>What the value is, for messages.</summary>
    public string Name => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => Text.Length > 20 ? "a number" : $"the number {Text}",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}

/// <summary>A name and its value.</summary>
internal sealed record JsonMember(string Name, int Start, JsonValue Value);
