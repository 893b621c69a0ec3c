using Ideogram.Build.Emulator;

return await EmulatorProgram.RunAsync(args, Console.Out, Console.Error);
