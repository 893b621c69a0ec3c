namespace Ideogram.Build.Emulator.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_room_stands() => typeof(PlaceholderTests).Assembly.GetName().Name.ShouldNotBeNull();
}
