# The image, played as GitHub's runner plays it. Where no registry can be reached, stand-ins for the base images do.
if [ -x "$shared/tools/stand-in-images.sh" ] && stand_in=$("$shared/tools/stand-in-images.sh" 10.0-noble-aot 10.0-noble-chiseled); then
  eval "$stand_in"
  has_image=true
  between=()
  if [ -d "$work/proxy" ]; then
    # No scene injects a fault on GitHub's side: every exchange must follow GitHub's own document.
    proxied container github 5025 4082 --prefix /api/v3
    between=(GITHUB_API=http://127.0.0.1:4082/api/v3)
  fi
  counted "container" env "${between[@]}" PORT=5025 BUILD="buildah bud --isolation chroot --pull=never --layers -v /etc/ssl/certs:/etc/ssl/certs:ro" RUN="podman run --network=host" bash tests/Container/run.sh
  if [ ${#between[@]} -gt 0 ]; then check "contract: the container's scenes" judged container; else skip "contract: the container's scenes" "no contract proxy"; fi
elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
  counted "container" bash tests/Container/run.sh
else
  skip "container" "no container engine"
fi
