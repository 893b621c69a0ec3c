# The real program under faults and kill -9: whatever happens, one more run ends with each image there exactly once.
dotnet build -c Release -p:RunAnalyzers=false tests/Chaos >"$work/build" || tail -n 20 "$work/build"
beside "chaos" timeout 15m dotnet run -c Release --no-build --project tests/Chaos -- --runs 100 --seed 1
