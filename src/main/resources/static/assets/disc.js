/* Hashes a disc in the browser, piece by piece, and sends the hashes only. WebCrypto would want a whole video in memory. */
(function () {
  'use strict';

  const PIECE = 4 * 1024 * 1024;
  const form = document.getElementById('check');
  const folder = document.getElementById('folder');
  const progress = document.getElementById('progress');
  const sums = document.getElementById('sums');

  /** First 32 bits of the fractional parts of roots of the first primes (FIPS 180-4). */
  const { start, constants } = (function () {
    const primes = [];
    for (let number = 2; primes.length < 64; number++) {
      if (primes.every((prime) => number % prime !== 0)) {
        primes.push(number);
      }
    }
    const fraction = (root) => ((root - Math.floor(root)) * 4294967296) | 0;
    return {
      start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
      constants: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
    };
  })();

  class Sha256 {
    constructor() {
      this.state = Int32Array.from(start);
      this.rest = new Uint8Array(64);
      this.used = 0;
      this.total = 0;
      this.words = new Int32Array(64);
    }

    update(bytes) {
      this.total += bytes.length;
      let at = 0;
      if (this.used > 0) {
        at = Math.min(64 - this.used, bytes.length);
        this.rest.set(bytes.subarray(0, at), this.used);
        this.used += at;
        if (this.used < 64) {
          return;
        }
        this.block(this.rest, 0);
        this.used = 0;
      }
      for (; at + 64 <= bytes.length; at += 64) {
        this.block(bytes, at);
      }
      this.rest.set(bytes.subarray(at));
      this.used = bytes.length - at;
    }

    hex() {
      const tail = new Uint8Array(this.used < 56 ? 64 : 128);
      tail.set(this.rest.subarray(0, this.used));
      tail[this.used] = 0x80;
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(this.total / 536870912));
      view.setUint32(tail.length - 4, (this.total * 8) >>> 0);
      for (let at = 0; at < tail.length; at += 64) {
        this.block(tail, at);
      }
      return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    }

    block(bytes, at) {
      const w = this.words;
      for (let i = 0; i < 16; i++, at += 4) {
        w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      }
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15];
        const y = w[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
      }
      const s = this.state;
      // One by one: taking the array apart at once costs more than the rounds.
      let a = s[0];
      let b = s[1];
      let c = s[2];
      let d = s[3];
      let e = s[4];
      let f = s[5];
      let g = s[6];
      let h = s[7];
      for (let i = 0; i < 64; i++) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + t1) | 0;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) | 0;
      }
      s[0] += a;
      s[1] += b;
      s[2] += c;
      s[3] += d;
      s[4] += e;
      s[5] += f;
      s[6] += g;
      s[7] += h;
    }
  }

  /** The path from the chosen folder on; the folder's own name says nothing. */
  const path = (file) => file.webkitRelativePath.split('/').slice(1).join('/') || file.name;

  async function hash(files) {
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    let read = 0;
    let lines = '';
    for (const file of files) {
      const sha256 = new Sha256();
      for (let at = 0; at < file.size; at += PIECE) {
        const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
        sha256.update(piece);
        read += piece.length;
        progress.textContent = '已读取 ' + Math.floor((read * 100) / bytes) + '%：' + path(file);
      }
      lines += sha256.hex() + '  ' + path(file) + '\n';
    }
    return lines;
  }

  folder.addEventListener('change', async () => {
    const files = Array.from(folder.files);
    if (files.length === 0) {
      return;
    }
    folder.disabled = true;
    try {
      sums.value = await hash(files);
      document.getElementById('files').value = '';
      progress.textContent = '校验值已算出，正在比对……';
      form.submit();
    } catch (unreadable) {
      progress.textContent = '光盘读取失败（' + unreadable.message + '），请擦拭光盘或换一台光驱再试；光盘可能已经损坏。';
      folder.disabled = false;
    }
  });

  document.getElementById('by-folder').hidden = false;
})();
