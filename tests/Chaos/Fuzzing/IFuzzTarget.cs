namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Something that reads hostile input. A new one is a file with this interface and a line in <see cref="FuzzTargets"/>.</summary>
internal interface IFuzzTarget
{
    /// <summary>For <c>--target</c> and messages.</summary>
    string Name { get; }

    /// <summary>The most that reading one input may allocate on its thread, in bytes.</summary>
    long AllocationLimit { get; }

    /// <summary>Makes an input of at most 1 MiB. The same random numbers make the same input.</summary>
    byte[] Make(Random random);

    /// <summary>Reads the input.</summary>
    /// <returns>What is wrong with the answer, or null. The project's own exceptions are answers too; any other is a failure.</returns>
    string? Read(byte[] input, Random random);
}
