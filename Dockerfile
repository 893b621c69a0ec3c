# The image of the GitHub Action, and of any other CI: ideogram-build, compiled to one native file, on a base without a shell.
# Each architecture is built on a machine of its own kind: the linker makes programs for the machine that it runs on.
# A release gives both base images by digest.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0-noble-aot
ARG BASE_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled

FROM ${SDK_IMAGE} AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY . .
RUN case "$(uname -m)" in x86_64) rid=linux-x64 ;; aarch64) rid=linux-arm64 ;; *) echo "No image for $(uname -m)" >&2; exit 1 ;; esac && \
    dotnet publish action/Ideogram.Build.Cli.csproj --configuration Release --runtime "$rid" --output /app -p:ProgramAot=true

FROM ${BASE_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="ideogram-build" \
      org.opencontainers.image.description="Keeps Ideogram training datasets in git" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/ideogram-build/ideogram-build" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=build /app /app
# GitHub mounts its workspace for root; other users of the image may choose their own.
USER 0
ENTRYPOINT ["/app/ideogram-build"]
