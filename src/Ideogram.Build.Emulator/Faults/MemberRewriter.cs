using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Faults;

/// <summary>Makes an answer hold what its client does not know yet: a new value, a larger number, a new member.</summary>
internal static class MemberRewriter
{
    public static MemoryStream Rewrite(MemoryStream answer, MemberFault fault)
    {
        if (JsonNode.Parse(answer.GetBuffer().AsSpan(0, (int)answer.Length)) is not { } root)
            return answer;
        Rewrite(root, fault);
        var rewritten = new MemoryStream();
        JsonSerializer.Serialize(rewritten, root, EmulatorJson.Api);
        return rewritten;
    }

    private static void Rewrite(JsonNode? node, MemberFault fault)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Rewrite(item, fault);
        }
        else if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
                Rewrite(value, fault);
            if ((fault.Add || members.ContainsKey(fault.Name)) && (fault.Beside is null || members.Any(member => Holds(member.Value, fault.Beside))))
                members[fault.Name] = long.TryParse(fault.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                    : fault.Value;
        }
    }

    private static bool Holds(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue(out string? held) && held == text;
}
