# The image, played as GitHub's runner plays it, beside what follows: it waits most of its time.
collect "the image"
if [ -s "$work/stand-in" ]; then
  eval "$(cat "$work/stand-in")"
  has_image=true
  between=()
  if with_proxy; then
    # No scene injects a fault on GitHub's side: every exchange must follow GitHub's own document.
    proxied container github 5025 4082 --prefix /api/v3
    between=(GITHUB_API=http://127.0.0.1:4082/api/v3)
  fi
  beside "container" env "${between[@]}" PORT=5025 IMAGE=ideogram-build-scenes RUN="podman run --network=host" bash tests/Container/run.sh
elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
  beside "container" bash tests/Container/run.sh
else
  skip "container" "no container engine"
fi
