# The preview in a real browser, in both colour schemes: the style applies, pictures show, and the page's own policy refuses nothing. One image is edited and one
# removed since the last commit: what they were is shown from git.
preview() {
  local scheme colors=(light 1 '#FFFFFF' dark 0 '#0D1117') at set=$work/previewed
  cp -r samples/BrandKit "$set" && rm -rf "$set"/{bin,obj} && git -C "$set" init -q -b main && git -C "$set" add -A || return 1
  git -C "$set" -c user.name=Octocat -c user.email=octocat@example.com -c commit.gpgsign=false commit -qm "Before" || return 1
  convert "$set/scenes/dawn.jpg" -negate "$set/scenes/dawn.jpg" && git -C "$set" rm -q scenes/dusk.jpg scenes/dusk.txt || return 1
  dotnet action/bin/Debug/net10.0/ideogram-build.dll preview "$set" --output "$work/preview.html" || return 1
  grep -q '<figcaption>before</figcaption>' "$work/preview.html" && grep -q 'badge gone' "$work/preview.html" || { echo "nothing from before"; return 1; }
  for at in 0 3; do
    scheme=${colors[at]}
    # The flags keep a browser on a machine without a network from asking for things of its own.
    timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync \
      --user-data-dir="$work/browser-$scheme" --blink-settings=preferredColorScheme="${colors[at + 1]}" --enable-logging=stderr --window-size=1200,1600 \
      --screenshot="$work/preview-$scheme.png" "file://$work/preview.html" >"$work/browser.log" 2>&1 || { cat "$work/browser.log"; return 1; }
    ! grep -i -E 'CONSOLE.*(refused|security policy|failed to load)' "$work/browser.log" || return 1
    # The ground is the scheme's, and the pictures bring many more colors than a page of text has.
    [ "$(convert "$work/preview-$scheme.png" -format '%[hex:p{2,2}]' info: | cut -c1-6)" = "${colors[at + 2]#\#}" ] || { echo "$scheme: another ground"; return 1; }
    [ "$(convert "$work/preview-$scheme.png" -format '%k' info:)" -gt 5000 ] || { echo "$scheme: no pictures"; return 1; }
  done
}
browser=$(command -v chromium || command -v google-chrome || true)
if [ -z "$browser" ]; then install chromium && browser=$(command -v chromium) || true; fi
if [ -n "$browser" ] && command -v convert >/dev/null; then
  check "the preview in a browser" preview
else
  skip "the preview in a browser" "no browser or no ImageMagick"
fi
