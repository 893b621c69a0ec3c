#!/usr/bin/env bash
# Fails if a package that this project uses, directly or through another one, has a known vulnerability, or if that cannot be found out.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The audit of the restore: here its warnings are errors, those about a list out of reach too.
dotnet restore Ideogram.Build.sln --force -p:NuGetAudit=true -p:NuGetAuditMode=all -p:NuGetAuditLevel=low '-p:WarningsNotAsErrors=' '-p:WarningsAsErrors=NU1900%3BNU1901%3BNU1902%3BNU1903%3BNU1904%3BNU1905'

# The same question, asked of what was restored: the command says yes and no with one exit code, so its answer is read.
vulnerable() {
  dotnet list "$1" package --vulnerable --include-transitive --format json >"$work/answer.json"
  jq -e '(.projects | length) > 0 and ((.problems // []) | length) == 0' "$work/answer.json" >/dev/null || { cat "$work/answer.json" >&2; return 1; }
  jq -r '.projects[] | .path as $project | .frameworks[]? | (.topLevelPackages // []) + (.transitivePackages // []) | .[]
    | "\(.id) \(.resolvedVersion) in \($project | split("/") | last): \([.vulnerabilities[]? | "\(.severity) \(.advisoryurl)"] | join(", "))"' "$work/answer.json" | sort -u
}

# A source without a list of vulnerabilities is silent about all of them. This package has one that is known for years.
mkdir "$work/known"
cat >"$work/known/known.csproj" <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.3" /></ItemGroup>
</Project>
P
dotnet restore "$work/known/known.csproj" --verbosity quiet
known=$(vulnerable "$work/known/known.csproj")
if [ -z "$known" ]; then
  echo "The package source tells of no vulnerabilities, so nothing is known: the known one of Newtonsoft.Json 12.0.3 is not found."
  exit 1
fi

found=$(vulnerable Ideogram.Build.sln)
if [ -n "$found" ]; then
  printf '%s\n' "Packages with known vulnerabilities:" "$found"
  exit 1
fi
echo "No known vulnerabilities"
