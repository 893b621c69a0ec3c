# wants: another dataset than the one that everybody reads: its name holds a letter that shows nothing.
start_servers
image a.jpg
for bytes in '\xe3\x85\xa4' '\xe2\xa0\x80' '\xef\xbe\xa0' '\xe1\x85\x9f' '\xe2\x80\x8d' '\xe2\x80\x8b' '\xef\xb8\x8f' \
  '\xf3\xa0\x84\x80' '\xf3\xa0\x81\x81' '\xc2\xad' '\xcd\x8f' '\xe1\xa0\x8e' '\xe2\x80\xae'; do
  printf "name: Brand${bytes}\nimages: [a.jpg]\n" >ideogram.yml
  program upload --api-url "$ideogram"
  exits 1
  says IDEO1015
done
sent_nothing
printf 'name: "Brand 👩‍💻 ❤️"\nimages: [a.jpg]\n' >ideogram.yml
program validate
exits 0
