# wants: entries of an archive that look like others in a list, a log or the comment: a line break, a backslash, an archive in the name, a NUL.
image img.jpg
python3 -c '
import zipfile
photo = open("img.jpg", "rb").read()
with zipfile.ZipFile("s.zip", "w") as z:
    for i, name in enumerate(["good.jpg", "a\nb.jpg", "a\u0085b.jpg", "a\u2028b.jpg", "d\x1b[2Jb.jpg", "x.zip!y.jpg", "e\ufffdf.jpg"]):
        info = zipfile.ZipInfo(name)
        z.writestr(info, photo)
    info = zipfile.ZipInfo("bs.jpg"); info.filename = "b\\s.jpg"
    z.writestr(info, photo)
'
rm img.jpg
printf 'name: Brand\nimages: [s.zip]\n' >ideogram.yml
program validate
exits 1
yes [ "$(grep -c IDEO2106 "$scene/out")" = 7 ]
never $'\x1b'
