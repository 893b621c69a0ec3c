# wants: the proxy's user and password. A proxy that answers 407 makes .NET repeat its address, with both, in the error's message.
# waits: for the program's retries.
raw 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
image a.jpg
manifest ideogram.yml
for variable in HTTPS_PROXY https_proxy ALL_PROXY all_proxy; do
  ENVIRONMENT=("$variable=http://bob:hunter2@$raw")
  program plan --api-url https://ideogram.invalid --report "report-$variable.json"
  exits 3
  says 407
  cat "report-$variable.json" >>"$scene/all"
  [ "$variable" = HTTPS_PROXY ] || continue
  program doctor --api-url https://ideogram.invalid
  program preview --api-url https://ideogram.invalid
  cat ideogram-preview.html >>"$scene/all"
done
never bob
never hunter2
