# Inspection against ImageMagick on real photographs, and against seeded nonsense.
counted "fuzz" dotnet tests/Chaos/bin/Release/net10.0/Chaos.dll fuzz --inputs 50000 --seed 1
counted "differential" dotnet tests/Chaos/bin/Release/net10.0/Chaos.dll differential --seed 1
