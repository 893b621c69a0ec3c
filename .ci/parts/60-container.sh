# The image, played as GitHub's runner plays it. Where no registry can be reached, stand-ins for the base images do.
if [ -x "$shared/tools/stand-in-images.sh" ] && stand_in=$("$shared/tools/stand-in-images.sh" 10.0 10.0-noble-chiseled); then
  eval "$stand_in"
  counted "container" env BUILD="buildah bud --isolation chroot --pull=never --layers -v /etc/ssl/certs:/etc/ssl/certs:ro" RUN="podman run --network=host" bash tests/Container/run.sh
elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
  counted "container" bash tests/Container/run.sh
else
  skip "container" "no container engine"
fi
