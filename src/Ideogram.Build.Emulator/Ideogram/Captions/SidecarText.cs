using System.Text;
using System.Text.Json;

namespace Ideogram.Build.Emulator.Ideogram.Captions;

/// <summary>A caption read from a sidecar, or why it cannot be one.</summary>
/// <param name="Text">What the dataset shows: plain text unchanged, a structured caption rewritten as compact JSON.</param>
/// <param name="FailureReason">INVALID_CAPTION or INVALID_CAPTION_JSON.</param>
internal sealed record SidecarText(string? Text, string? FailureReason)
{
    private const int MaxBytes = 1_000_000;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SidecarText Read(string path, bool structured)
    {
        var reason = structured ? "INVALID_CAPTION_JSON" : "INVALID_CAPTION";
        if (new FileInfo(path).Length > MaxBytes)
            return new SidecarText(null, reason);

        try
        {
            var text = StrictUtf8.GetString(File.ReadAllBytes(path));
            if (string.IsNullOrWhiteSpace(text))
                return new SidecarText(null, reason);
            if (!structured)
                return new SidecarText(text, null);

            using var document = JsonDocument.Parse(text);
            return V4PromptShape.Fits(document.RootElement)
                ? new SidecarText(JsonSerializer.Serialize(document.RootElement, EmulatorJson.Api), null)
                : new SidecarText(null, reason);
        }
        catch (Exception broken) when (broken is DecoderFallbackException or JsonException or InvalidOperationException)
        {
            return new SidecarText(null, reason);
        }
    }
}
