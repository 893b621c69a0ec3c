# The real program under faults and kill -9: whatever happens, one more run ends with each image there exactly once.
counted "chaos" dotnet run -c Release --property:RunAnalyzers=false --project tests/Chaos -- --runs 100 --seed 1
