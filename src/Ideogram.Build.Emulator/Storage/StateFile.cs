using System.Text.Json;

namespace Ideogram.Build.Emulator;

/// <summary>JSON files that are whole at any moment: written beside their place, then renamed into it.</summary>
internal static class StateFile
{
    public static T Read<T>(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, EmulatorJson.State) ?? throw new InvalidDataException($"{path} holds nothing.");
    }

    public static void Write<T>(string path, T value)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.new";
        using (var stream = File.Create(temporary))
            JsonSerializer.Serialize(stream, value, EmulatorJson.State);

        File.Move(temporary, path, overwrite: true);
    }
}
