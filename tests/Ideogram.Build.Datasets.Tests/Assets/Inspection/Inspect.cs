using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

/// <summary>What the tests of inspection ask.</summary>
internal static class Inspect
{
    public static ImageInspection Bytes(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return ImageInspector.Inspect(stream, TestContext.Current.CancellationToken);
    }

    public static ImageInfo Sound(byte[] bytes)
    {
        var inspection = Bytes(bytes);
        inspection.Fault.ShouldBeNull();
        return inspection.Image.ShouldNotBeNull();
    }

    /// <summary>What is wrong, and what to do.</summary>
    public static string Message(byte[] bytes, ImageFaultKind kind) => Fault(bytes, kind) is var fault ? $"{fault.Text} {fault.Advice}" : "";

    public static ImageFault Fault(byte[] bytes, ImageFaultKind kind)
    {
        var fault = Bytes(bytes).Fault.ShouldNotBeNull();
        fault.Kind.ShouldBe(kind, fault.Text);
        return fault;
    }

    /// <summary>The bytes with some of them replaced.</summary>
    public static byte[] With(byte[] bytes, int offset, params byte[] replacement)
    {
        var copy = bytes.ToArray();
        replacement.CopyTo(copy.AsSpan(offset < 0 ? copy.Length + offset : offset));
        return copy;
    }

    /// <summary>Where a sequence first stands.</summary>
    public static int Find(byte[] bytes, params byte[] sequence) => bytes.AsSpan().IndexOf(sequence);
}
