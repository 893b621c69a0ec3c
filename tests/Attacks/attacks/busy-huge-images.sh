# wants: a machine that is busy for minutes, with health looking at every pixel (its memory is a figure of the benchmarks). Images that say 65,000 x 65,000 in
# each format, a PNG of 20 MB whose pixels inflate to 20 GB, one of as many pixels as are accepted, and a JPEG of as many with 24 MB of scans and of restarts
# that hold nothing.
node -e 'const z = require("zlib"), fs = require("fs"), n = v => { const b = Buffer.alloc(4); b.writeUInt32BE(v >>> 0); return b; };
  const T = Array.from({ length: 256 }, (_, i) => { for (let k = 0; k < 8; k++) i = (i >>> 1) ^ (i & 1 ? 0xEDB88320 : 0); return i >>> 0; });
  const crc = b => { let c = ~0; for (const x of b) c = (c >>> 8) ^ T[(c ^ x) & 255]; return ~c >>> 0; };
  const k = (t, d) => { const p = Buffer.concat([Buffer.from(t), d]); return Buffer.concat([n(d.length), p, n(crc(p))]); };
  const zeros = z.deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: z.constants.Z_FULL_FLUSH });
  const png = (f, side, blocks) => fs.writeFileSync(f, Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    k("IHDR", Buffer.concat([n(side), n(side), Buffer.from([8, 2, 0, 0, 0])])),
    k("IDAT", Buffer.concat([Buffer.from([0x78, 1]), ...Array(blocks).fill(zeros)])), k("IEND", Buffer.alloc(0))]));
  png("claim.png", 65000, 100); png("bomb.png", 65000, 20000); png("most.png", 13000, 484); png("more.png", 13000, 20000);
  const jpeg = fs.readFileSync(process.argv[1]), scan = jpeg.indexOf(Buffer.from([0xFF, 0xDA])), size = 4 + scan + jpeg.readUInt16BE(scan + 2) - 2;
  const say = (head, side) => { const b = Buffer.from(head), f = b.findIndex((x, i) => x == 0xFF && (b[i + 1] == 0xC0 || b[i + 1] == 0xC2));
    b.writeUInt16BE(side, f + 5); b.writeUInt16BE(side, f + 7); return b; };
  const head = jpeg.subarray(0, size), end = Buffer.from([0xFF, 0xD9]), w = (f, ...p) => fs.writeFileSync(f, Buffer.concat(p));
  w("claim.jpg", say(jpeg, 65000)); w("zeros.jpg", say(head, 13000), Buffer.alloc(24e6), end);
  const interval = Buffer.from([0xFF, 0xDD, 0, 4, 0, 1]), restarts = Buffer.alloc(24e6, 0xFF);
  for (let i = 1; i < restarts.length; i += 2) restarts[i] = 0xD0 + ((i >> 1) & 7);
  w("restarts.jpg", say(head, 13000).subarray(0, scan), interval, head.subarray(scan), restarts, end);
  w("scans.jpg", say(head, 13000).subarray(0, scan), Buffer.concat(Array(100000).fill(Buffer.concat([head.subarray(scan), Buffer.alloc(100)]))), end);
  const l = v => { const b = Buffer.alloc(4); b.writeUInt32LE(v); return b; }, c = (t, d) => Buffer.concat([Buffer.from(t), l(d.length), d]);
  const three = Buffer.from([64999 & 255, 64999 >> 8, 0]), bits = Buffer.from([0x2F, 0, 0, 0, 0, 0x88, 0x88, 8]);
  w("claim.webp", c("RIFF", Buffer.concat([Buffer.from("WEBP"), c("VP8X", Buffer.concat([Buffer.alloc(4), three, three])), c("VP8L", bits)])));' "$(photograph)"
for file in claim.png bomb.png most.png more.png claim.jpg zeros.jpg restarts.jpg scans.jpg claim.webp; do
  printf 'name: Huge\nimages: [%s]\n' "$file" >"${file%.*}-${file##*.}.ideogram.yml"
done
for file in claim-png bomb-png claim-jpg restarts-jpg scans-jpg claim-webp; do
  LIMIT=60 program validate "$file.ideogram.yml"
  exits 1
  busy_within 6
  yes grep -E "${file%-*}\.[a-z]+\(1,1\): error IDEO20(05|16)" "$scene/out"
done
for file in most-png more-png zeros-jpg; do
  LIMIT=60 program validate "$file.ideogram.yml"
  exits 0
  busy_within 15
  says IDEO2036
done
