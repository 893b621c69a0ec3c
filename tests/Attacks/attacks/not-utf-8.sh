# wants: a manifest and images that no check sees. Their names hold bytes that are not UTF-8, so that two files have one name here and neither can be opened.
image good/a.jpg 1
manifest good/ideogram.yml
folder=$(printf 'b\351d')
image "$folder/a.jpg" 2
manifest "$folder/ideogram.yml"
commit >/dev/null
program validate
exits 1
says IDEO1031
program validate '*/ideogram.yml'
exits 1
says IDEO1031
rm -r "$folder"
image "good/$(printf 'x\351.jpg')" 3
image "good/$(printf 'x\350.jpg')" 4
program validate
exits 1
says IDEO1031
rm good/x*
image "good/$folder/a.jpg" 5
program validate
exits 1
says IDEO1031
