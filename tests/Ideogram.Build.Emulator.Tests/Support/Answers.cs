using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>What tests read out of answers.</summary>
internal static class Answers
{
    public static string?[] Succeeded(this JsonObject answer) => Names(answer, "successful_assets");

    public static string?[] Names(this JsonObject answer, string list) => [.. answer[list]!.AsArray().Select(entry => (string?)entry!["file_name"])];

    public static (string? Name, string? Reason)[] Failed(this JsonObject answer) =>
        [.. answer["failed_assets"]!.AsArray().Select(entry => ((string?)entry!["file_name"], (string?)entry["failure_reason"]))];

    public static (int Total, int Success, int Failure) Counts(this JsonObject answer) =>
        ((int)answer["total_count"]!, (int)answer["success_count"]!, (int)answer["failure_count"]!);

    public static string? CaptionOf(this JsonObject dataset, string file) =>
        (string?)dataset["files"]!.AsArray().Last(entry => (string?)entry!["file_name"] == file)!["caption"];
}
