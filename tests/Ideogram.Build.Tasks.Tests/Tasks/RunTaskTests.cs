using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Utilities;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class RunTaskTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    [Trait("Category", "Hostile")]
    public void The_program_gets_the_key_and_nothing_that_it_does_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh");
        var engine = new FakeBuildEngine();
        var script = _work.Write("program.sh", "printf 'got %s %s %s\\n' \"$IDEOGRAM_API_KEY\" \"${IDEOGRAM_TEST_SECRET-nothing}\" \"${GIT_DIR-nothing}\"\n");
        Environment.SetEnvironmentVariable("IDEOGRAM_API_KEY", "key-5e1f");
        Environment.SetEnvironmentVariable("IDEOGRAM_TEST_SECRET", "secret");
        try
        {
            var task = new RunIdeogramBuild
            {
                BuildEngine = engine,
                Command = $"/bin/sh \"{script}\"",
                Verb = "plan",
                Manifests = [new TaskItem(_work.PathOf("ideogram.yml"))]
            };
            task.Execute().ShouldBeTrue();
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDEOGRAM_API_KEY", null);
            Environment.SetEnvironmentVariable("IDEOGRAM_TEST_SECRET", null);
        }

        engine.Messages.Select(m => m.Message).ShouldContain("got key-5e1f nothing nothing");
    }
}
