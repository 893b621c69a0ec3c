namespace Ideogram.Build.Tasks.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_room_stands() => typeof(PlaceholderTests).Assembly.GetName().Name.ShouldNotBeNull();
}
