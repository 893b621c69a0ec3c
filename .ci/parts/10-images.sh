# Inspection against ImageMagick on real photographs, and against seeded nonsense.
counted "fuzz" dotnet run -c Release --property:RunAnalyzers=false --project tests/Chaos -- fuzz --inputs 50000 --seed 1
counted "differential" dotnet run -c Release --property:RunAnalyzers=false --project tests/Chaos -- differential --seed 1
