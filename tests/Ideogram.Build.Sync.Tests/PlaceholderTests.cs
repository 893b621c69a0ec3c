namespace Ideogram.Build.Sync.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_room_stands() => typeof(PlaceholderTests).Assembly.GetName().Name.ShouldNotBeNull();
}
