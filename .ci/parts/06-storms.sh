# Half an hour of inflight_limit in the middle of an upload, with a clock that is turned: complete, or it says how to go on.
counted "storms" timeout 10m dotnet run -c Release --no-build --project tests/Chaos -- storms --runs 200 --seed 1
