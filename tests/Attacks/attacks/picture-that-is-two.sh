# wants: one picture in the review and another in the training: a PNG whose second picture only readers of animations show.
node -e 'const z = require("zlib"), crc = b => {
    let c = ~0;
    for (const x of b) { c ^= x; for (let i = 0; i < 8; i++) c = (c >>> 1) ^ (c & 1 ? 0xEDB88320 : 0); }
    return ~c >>> 0;
  };
  const n = v => { const b = Buffer.alloc(4); b.writeUInt32BE(v >>> 0); return b; },
    k = (t, d) => { const p = Buffer.concat([Buffer.from(t), d]); return Buffer.concat([n(d.length), p, n(crc(p))]); };
  const row = c => z.deflateSync(Buffer.concat(Array(64).fill(Buffer.concat([Buffer.from([0]), Buffer.alloc(64 * 3, c)])))),
    size = Buffer.concat([n(64), n(64)]);
  const png = (...parts) => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    k("IHDR", Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])), ...parts, k("IEND", Buffer.alloc(0))]);
  const frame = k("fcTL", Buffer.concat([n(0), size, n(0), n(0), Buffer.from([0, 1, 0, 1, 0, 0])])),
    one = k("acTL", Buffer.concat([n(1), n(0)])),
    data = k("IDAT", row(9)), other = k("fdAT", Buffer.concat([n(1), row(200)]));
  const w = (f, ...p) => require("fs").writeFileSync(f, png(...p));
  w("hidden.png", one, data, frame, other); w("late.png", data, one, frame, other);
  w("odd.png", k("acTL", n(1)), data); w("dark.png", k("gAMA", n(2000)), data);
  w("plain.png", k("gAMA", n(45455)), data, k("tEXt", Buffer.from("a\0b")));'
manifest ideogram.yml 'rules: { IDEO2011: error }'
sed -i 's/jpg/png/' ideogram.yml
program validate
exits 1
for file in hidden late odd dark; do yes grep -q "$file.png(.*IDEO2011" "$scene/out"; done
no grep -q 'plain.png(.*IDEO2011' "$scene/out"
