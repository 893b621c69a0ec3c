namespace Ideogram.Build.Action.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_room_stands() => typeof(PlaceholderTests).Assembly.GetName().Name.ShouldNotBeNull();
}
