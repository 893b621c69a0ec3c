# The real program under faults and kill -9: whatever happens, one more run ends with each image there exactly once.
dotnet build -c Release -p:RunAnalyzers=false tests/Chaos >"$work/build" || tail -n 20 "$work/build"
beside "chaos" timeout 15m dotnet tests/Chaos/bin/Release/net10.0/Chaos.dll --runs 100 --seed 1
# The stand-ins that were built with it, for everything below.
export EMULATOR=$PWD/src/Ideogram.Build.Emulator/bin/Release/net10.0/Ideogram.Build.Emulator.dll
