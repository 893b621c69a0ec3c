# What 07-container.sh started.
collect "container"
if [ -n "${proxies[container]:-}" ]; then
  check "contract: the container's scenes" judged container
elif [ "${has_image:-}" = true ]; then
  skip "contract: the container's scenes" "no contract proxy"
fi
