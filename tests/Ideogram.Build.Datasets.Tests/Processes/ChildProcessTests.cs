using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Tests.Processes;

/// <summary>Real programs: a shell says and does what a git of a hostile machine could.</summary>
[Trait("Category", "Hostile")]
public sealed class ChildProcessTests : IDisposable
{
    private readonly TempRepository _repository = new();
    private readonly List<string> _records = [];

    public ChildProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "sh");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Records_end_with_NUL_whatever_they_hold()
    {
        Run("printf 'a b\\000c\\nd\\000\\000'").ShouldBe(new ChildExit(0, ""));

        _records.ShouldBe(["a b", "c\nd", ""]);
    }

    [Fact]
    public void A_program_that_never_ends_is_ended() => Run("sleep 600", seconds: 0.5).ShouldBe(new ChildExit(null, "It took more than 0.5 seconds."));

    [Fact]
    public void A_grandchild_that_keeps_the_pipes_open_holds_nothing_up() => Run("sleep 600 & exit 0", seconds: 0.5).Code.ShouldBeNull();

    [Fact]
    public void A_record_without_end_is_cut_off() => Run("exec cat /dev/urandom | tr -d '\\000'")
        .ShouldBe(new ChildExit(null, "Its answer is longer than expected."));

    [Fact]
    public void Of_endless_errors_the_beginning_is_kept()
    {
        var exit = Run("yes error | head -c 1000000 >&2; exit 3");

        exit.Code.ShouldBe(3);
        exit.Error.Length.ShouldBe(4_000);
    }

    [Fact]
    public void It_reads_nothing() => Run("cat").ShouldBe(new ChildExit(0, ""));

    [Fact]
    public void A_program_that_is_not_there_is_no_exception() => new ChildProcess("/no/such/program", _repository.Root, TimeSpan.FromSeconds(5))
        .Run("", [], _ => { }, CancellationToken.None).Code.ShouldBeNull();

    [Fact]
    public void A_cancelled_run_ends_the_program()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Should.Throw<OperationCanceledException>(() => new ChildProcess("/bin/sh", _repository.Root, TimeSpan.FromMinutes(5))
            .Run("-c \"sleep 600\"", [], _ => { }, cancellation.Token));
    }

    private ChildExit Run(string script, double seconds = 30) =>
        new ChildProcess("/bin/sh", _repository.Root, TimeSpan.FromSeconds(seconds))
            .Run($"-c \"{script}\"", [], _records.Add, TestContext.Current.CancellationToken);
}
