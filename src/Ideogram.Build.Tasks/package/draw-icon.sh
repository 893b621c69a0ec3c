#!/usr/bin/env bash
# Draws icon.png anew with ImageMagick: pictures in a stack, and the check of the build. The result is committed; nobody needs to run this to build.
set -euo pipefail
cd "$(dirname "$0")"
ink='#1b1f3b' sand='#f4e9d8' coral='#ff6b5e' teal='#1f9e8f'
convert -size 512x512 xc:none -fill "$ink" -draw 'roundrectangle 0,0 511,511 96,96' \
  -fill "$coral" -draw 'roundrectangle 150,84 440,330 28,28' \
  -fill "$sand" -draw 'roundrectangle 72,150 392,420 28,28' \
  -fill "$ink" -draw 'polygon 102,390 190,250 250,330 290,285 362,390' -draw 'circle 320,220 320,250' \
  -fill "$teal" -draw 'circle 396,396 396,484' \
  -fill none -stroke "$sand" -strokewidth 26 -draw 'stroke-linecap round stroke-linejoin round polyline 354,398 384,430 440,366' \
  -resize 128x128 -strip -depth 8 -colors 64 PNG8:icon.png
