# wants: a build machine that is busy for minutes. The look at what lies beside a dataset has much to see: thousands of images in another case, raw files,
# tables and captions in a hundred folders beside, and excludes of each form over all of them.
mkdir photos
image photos/a.jpg
for i in $(seq 6000); do : >"photos/IMG_$i.JPG"; : >"photos/raw_$i.CR2"; done
for i in $(seq 500); do echo 'file_name,text' >"photos/table_$i.csv"; done
for i in $(seq 300); do mkdir "near_$i"; for n in $(seq 30); do : >"near_$i/a$n.txt"; done; : >"near_$i/a.txt"; done
{ echo 'name: Busy'; echo 'images:'; echo '  - photos/*.jpg'; for i in $(seq 900); do echo "  - '!**/*[a-z]*_*{$i,${i}0}x*'"; done; } >ideogram.yml
LIMIT=120 program validate
exits 0
busy_within 10
mkfifo photos/metadata.csv
LIMIT=120 program validate
exits 0
busy_within 10
