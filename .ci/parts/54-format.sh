# Layout, order of usings and style, by the SDK's own formatter. The length of lines is a test of the house.
check "dotnet format" dotnet format Ideogram.Build.sln --no-restore --verify-no-changes
