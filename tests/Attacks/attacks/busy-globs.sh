# wants: a build machine that is busy for minutes. A thousand globs over six thousand files, each of a form that looks into every folder.
for i in $(seq 6000); do : >"img_$i.png"; done
{ echo 'name: Busy'; echo 'images:'; for i in $(seq 1000); do echo "  - '**/*[a-z]*_*{$i,${i}0}*.png'"; done; } >ideogram.yml
LIMIT=120 program validate
exits 1
busy_within 10
never IDEO1030
says 'IDEO4001'
