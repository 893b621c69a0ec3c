# Layout and order of usings, by the SDK's own formatter. Its style and its analyzers are warnings of the build, which are errors; the length of lines is a test
# of the house.
beside "dotnet format" as_count dotnet format whitespace Ideogram.Build.sln --no-restore --verify-no-changes
