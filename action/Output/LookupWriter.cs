using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>Prints what was found at Ideogram, for a person or for a program. All of it is text of others.</summary>
internal static class LookupWriter
{
    /// <summary>Writes a document as JSON or as text.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="redactor">Keeps secrets out.</param>
    /// <param name="document">What was found.</param>
    /// <param name="type">Its type, if a program reads it; null for a person.</param>
    /// <param name="text">Writes it for a person.</param>
    public static async Task WriteAsync<T>(AppHost host, Redactor redactor, T document, JsonTypeInfo<T>? type, Action<T, SafeWriter> text)
    {
        if (type is not null)
        {
            await host.Out.WriteLineAsync(LogText.Json(redactor.Clean(JsonSerializer.Serialize(document, type))));
            return;
        }

        await using var safe = host.SafeOut(redactor);
        text(document, safe);
    }
}
