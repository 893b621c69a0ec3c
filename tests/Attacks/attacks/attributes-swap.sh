# wants: the reviewer to see a harmless picture and the upload to send another: 'text eol=crlf' makes git write other bytes than GitHub shows.
start_servers
image photos/a.jpg 1
manifest ideogram.yml
base=$(commit)
node -e 'const flat = side => Buffer.concat([Buffer.from([0xff,0xd8,0xff,0xdb,0,67,0]), Buffer.alloc(64, 1),
    Buffer.from([0xff,0xc0,0,11,8,0,side,0,side,1,1,0x11,0]), ...[0, 0x10].map(t => Buffer.from([0xff,0xc4,0,20,t,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0])),
    Buffer.from([0xff,0xda,0,8,1,1,0,0,63,0]), Buffer.alloc(side * side / 256), Buffer.from([0xff,0xd9])]);
  const shown = flat(32).subarray(2), sent = flat(64).subarray(2), n = v => Buffer.from([v >> 8, v & 255]);
  const comment = Buffer.concat([Buffer.from("\n\n\n\nfiller..\xff\xfe", "latin1"), n(shown.length + 2)]);
  require("fs").writeFileSync("two.bin", Buffer.concat([Buffer.from([0xff,0xd8,0xff,0xfe]), n(comment.length + 2), comment, shown, sent]));'
echo '*.jpg text eol=crlf' >.gitattributes
blob=$(as_author hash-object -w --no-filters two.bin)
rm two.bin
as_author update-index --add --cacheinfo "100644,$blob,photos/two.jpg"
as_author checkout-index --force photos/two.jpg
head=$(commit)
# The trap works: git sees no change, and the picture is another one.
yes [ -z "$(as_author status --porcelain)" ]
no [ "$(as_author hash-object --no-filters photos/two.jpg)" = "$blob" ]
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")"
exits 1
says IDEO4023
no grep -q '<img' <(comment 1)
merged 1 "$head" "$base" "$head"
act push "$head" refs/heads/main "$(push_event "$head" "$base")"
exits 1
says IDEO4023
sent_nothing
program validate
says 'IDEO4026'
