# Half an hour of inflight_limit in the middle of an upload, with a clock that is turned: complete, or it says how to go on.
beside "storms" timeout 10m dotnet tests/Chaos/bin/Release/net10.0/Chaos.dll storms --runs 200 --seed 1
