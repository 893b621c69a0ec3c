using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Ideogram;

internal sealed record DescribeAnswer(string DescriptionId, DateTimeOffset Created, JsonObject JsonPrompt);
