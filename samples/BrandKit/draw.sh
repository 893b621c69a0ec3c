#!/usr/bin/env bash
# Draws the images of this sample anew with ImageMagick: the same brand kit of 18 pictures, a few hundred KB in all.
# The result is committed; nobody needs to run this to use the sample.
set -euo pipefail
cd "$(dirname "$0")"
rm -rf logo patterns scenes
mkdir -p logo patterns scenes
ink='#1b1f3b' sand='#f4e9d8' coral='#ff6b5e' teal='#1f9e8f' sun='#ffc145' sky='#7fb7e6'
plain=(-strip -depth 8)

# The mark: a sail over a wave, on different grounds. PNG.
mark() { # file ground sail wave
  convert -size 640x640 "xc:$2" -fill "$3" -draw 'path "M 320,110 L 320,430 L 140,430 Z"' -draw 'path "M 345,170 L 345,430 L 490,430 Z"' \
    -fill "$4" -draw 'path "M 90,470 Q 180,420 270,470 T 450,470 T 560,460 L 560,510 Q 470,560 380,510 T 200,510 T 90,520 Z"' "${plain[@]}" -colors 32 "PNG8:$1"
}
mark logo/mark-ink.png "$sand" "$ink" "$coral"
mark logo/mark-light.png "$ink" "$sand" "$coral"
mark logo/mark-coral.png "$coral" "$sand" "$ink"
mark logo/mark-teal.png "$teal" "$sand" "$sun"
convert -size 800x400 "xc:$sand" -fill "$ink" -draw 'path "M 150,60 L 150,280 L 40,280 Z"' -fill "$coral" -draw 'path "M 168,110 L 168,280 L 270,280 Z"' \
  -fill "$ink" -draw 'roundrectangle 330,120 740,160 20,20' -draw 'roundrectangle 330,190 640,230 20,20' -fill "$teal" -draw 'roundrectangle 330,260 520,290 15,15' \
  "${plain[@]}" -colors 32 PNG8:logo/lockup.png
convert -size 640x640 "xc:none" -fill "$coral" -draw 'circle 320,320 320,40' -fill "$sand" -draw 'path "M 320,140 L 320,430 L 160,430 Z"' -draw 'path "M 345,200 L 345,430 L 470,430 Z"' \
  "${plain[@]}" PNG32:logo/badge.png

# Patterns. WebP.
waves() { # file ground line step
  local draw='' y
  for ((y = 0; y <= 720; y += $4)); do draw+="path 'M -20,$y Q 60,$((y - 50)) 140,$y T 300,$y T 460,$y T 620,$y T 780,$y' "; done
  convert -size 640x640 "xc:$2" -fill none -stroke "$3" -strokewidth 10 -draw "$draw" "${plain[@]}" -quality 82 "$1"
}
waves patterns/waves-ink.webp "$ink" "$sky" 64
waves patterns/waves-sand.webp "$sand" "$coral" 48
dots() { # file ground dot gap
  local draw='' x y
  for ((y = $4 / 2; y < 640; y += $4)); do for ((x = $4 / 2 + (y / $4 % 2) * $4 / 2; x < 640; x += $4)); do draw+="circle $x,$y $((x + $4 / 5)),$y "; done; done
  convert -size 640x640 "xc:$2" -fill "$3" -draw "$draw" "${plain[@]}" -quality 82 "$1"
}
dots patterns/dots-sun.webp "$sun" "$ink" 80
dots patterns/dots-teal.webp "$teal" "$sand" 56
convert -size 640x640 "xc:$sand" -fill "$coral" -draw 'path "M 0,640 L 320,0 L 640,640 Z"' -fill "$ink" -draw 'path "M 160,640 L 320,320 L 480,640 Z"' -fill "$sun" -draw 'circle 520,120 520,50' \
  "${plain[@]}" -quality 85 patterns/peaks.webp
convert -size 640x640 "xc:$sky" -fill "$sand" -draw 'rectangle 0,0 320,320' -draw 'rectangle 320,320 640,640' -fill "$ink" -draw 'arc 0,0 640,640 90,180' -fill "$coral" -draw 'arc 0,0 640,640 270,360' \
  "${plain[@]}" -quality 85 patterns/quarters.webp

# Scenes: soft gradients and shapes. JPEG.
scene() { # file top bottom disc x y
  convert -size 720x540 "gradient:$2-$3" -fill "$4" -draw "circle $5,$6 $5,$(($6 + 70))" \
    -fill "$ink" -draw 'path "M 0,420 Q 180,360 360,420 T 720,410 L 720,540 L 0,540 Z"' \
    -fill "$sand" -draw "path 'M $(($5 - 60)),410 L $(($5 - 60)),280 L $(($5 - 130)),410 Z'" -fill "$coral" -draw "path 'M $(($5 - 50)),410 L $(($5 - 50)),310 L $(($5 + 20)),410 Z'" \
    "${plain[@]}" -sampling-factor 4:2:0 -quality 84 "$1"
}
scene scenes/dawn.jpg "$sky" "$sun" "$sand" 520 200
scene scenes/noon.jpg "$sky" "$sand" "$sun" 360 140
scene scenes/dusk.jpg "$ink" "$coral" "$sun" 220 300
scene scenes/night.jpg "#05060f" "$ink" "$sand" 560 120
scene scenes/harbour.jpg "$teal" "$sand" "$coral" 300 180
# Its name makes the stand-in of Ideogram refuse it, as the real safety check may refuse a picture: a run has a failure to report.
scene scenes/unsafe-cliff.jpg "$coral" "$ink" "$sand" 440 160
