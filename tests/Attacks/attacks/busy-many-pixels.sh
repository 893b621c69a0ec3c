# wants: a build machine that is busy for minutes, with health looking at every pixel. Sixty small PNGs, each of 108 MB of pixels whose filter is the slowest
# one.
node -e 'const z = require("zlib"), fs = require("fs"), n = v => { const b = Buffer.alloc(4); b.writeUInt32BE(v >>> 0); return b; };
  const T = Array.from({ length: 256 }, (_, i) => { for (let k = 0; k < 8; k++) i = (i >>> 1) ^ (i & 1 ? 0xEDB88320 : 0); return i >>> 0; });
  const crc = b => { let c = ~0; for (const x of b) c = (c >>> 8) ^ T[(c ^ x) & 255]; return ~c >>> 0; };
  const k = (t, d) => { const p = Buffer.concat([Buffer.from(t), d]); return Buffer.concat([n(d.length), p, n(crc(p))]); };
  const row = Buffer.alloc(1 + 3 * 6000);
  row[0] = 4;
  const data = k("IDAT", z.deflateSync(Buffer.concat(Array(6000).fill(row))));
  for (let i = 0; i < 60; i++)
    fs.writeFileSync(`p${i}.png`, Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      k("IHDR", Buffer.concat([n(6000), n(6000), Buffer.from([8, 2, 0, 0, 0])])), k("tEXt", Buffer.from(`Comment\0${i}`)), data, k("IEND", Buffer.alloc(0))]));'
printf 'name: Many\nimages: ["*.png"]\n' >ideogram.yml
LIMIT=60 program validate
exits 0
busy_within 15
says IDEO2036
