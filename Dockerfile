# The image of the GitHub Action, and of any other CI: ideogram-build, trimmed and ready to run, on a base without a shell.
# A release gives both base images by digest.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG BASE_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled

FROM --platform=$BUILDPLATFORM ${SDK_IMAGE} AS build
ARG TARGETARCH
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY . .
RUN arch="${TARGETARCH:-$(uname -m)}" && \
    case "$arch" in amd64|x86_64) rid=linux-x64 ;; arm64|aarch64) rid=linux-arm64 ;; *) echo "No image for $arch" >&2; exit 1 ;; esac && \
    dotnet publish action/Ideogram.Build.Action.csproj --configuration Release --runtime "$rid" --output /app -p:RunAnalyzers=false

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
