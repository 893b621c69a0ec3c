# Inspection against ImageMagick on real photographs, and against seeded nonsense.
counted "fuzz" dotnet run -c Release --no-build --project tests/Chaos -- fuzz --inputs 50000 --seed 1
counted "differential" dotnet run -c Release --no-build --project tests/Chaos -- differential --seed 1
