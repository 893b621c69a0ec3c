# The image, played as GitHub's runner plays it. Where no registry can be reached, stand-ins for the base images do.
if [ -x "$shared/tools/stand-in-images.sh" ] && stand_in=$("$shared/tools/stand-in-images.sh" 10.0 10.0-noble-chiseled); then
  eval "$stand_in"
  between=()
  if [ -d "$work/proxy" ]; then
    # No scene injects a fault on GitHub's side: every exchange must follow GitHub's own document.
    node "$work/proxy/contract-proxy.mjs" --spec "$shared/api/github.openapi.json" --target http://127.0.0.1:5025 --prefix /api/v3 --listen 4082 >"$work/scenes.log" & proxy=$!
    between=(GITHUB_API=http://127.0.0.1:4082/api/v3)
  fi
  counted "container" env "${between[@]}" PORT=5025 BUILD="buildah bud --isolation chroot --pull=never --layers -v /etc/ssl/certs:/etc/ssl/certs:ro" RUN="podman run --network=host" bash tests/Container/run.sh
  scenes_contract() {
    kill -TERM "$proxy"
    local ok=0
    wait "$proxy" || ok=1
    grep -E 'VIOLATION|exchanges' "$work/scenes.log"
    ! grep -q '^0 exchanges' "$work/scenes.log" || ok=1
    return $ok
  }
  if [ ${#between[@]} -gt 0 ]; then check "contract: the container's scenes" scenes_contract; else skip "contract: the container's scenes" "no contract proxy"; fi
elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
  counted "container" bash tests/Container/run.sh
else
  skip "container" "no container engine"
fi
