using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class ProgramCommandTests : IDisposable
{
    private readonly Workspace _work = new("a folder");
    private readonly string _program;

    public ProgramCommandTests() => _program = _work.Write("my program", "");

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_full_path_with_spaces_is_a_program() => ProgramCommand.Find(_program).ShouldBe(new ProgramCommand(_program, ""));

    [Fact]
    public void Arguments_may_follow_a_quoted_path() => ProgramCommand.Find($"\"{_program}\" --verbose \"a b\"")
        .ShouldBe(new ProgramCommand(_program, "--verbose \"a b\""));

    [Fact]
    public void A_name_is_looked_up_in_the_path() => ProgramCommand.Find("dotnet exec")!.Arguments.ShouldBe("exec");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("no-such-program-5e1f")]
    [InlineData("./relative")]
    [InlineData("no\0program")]
    public void What_is_not_there_is_not_found(string command) => ProgramCommand.Find(command).ShouldBeNull();
}
