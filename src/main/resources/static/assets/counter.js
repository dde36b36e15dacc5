/* Codes by camera, where the browser itself can read them; without this script or that ability the page works by scanner
   and keyboard. Pictures stay in the browser. */
(function () {
  'use strict';

  const field = document.getElementById('photo-field');
  if (field === null || !('BarcodeDetector' in window)) {
    return;
  }
  const codes = document.getElementById('codes');
  const words = document.getElementById('photo-words');

  async function read(detector, picture) {
    const found = await detector.detect(await createImageBitmap(picture));
    return found.map((code) => code.rawValue).filter((text) => !codes.value.split('\n').includes(text));
  }

  async function readAll(detector, pictures) {
    let count = 0;
    for (const picture of pictures) {
      const texts = await read(detector, picture).catch(() => []);
      texts.forEach((text) => {
        codes.value += (codes.value === '' || codes.value.endsWith('\n') ? '' : '\n') + text + '\n';
      });
      count += texts.length;
    }
    words.textContent = count === 0 ? '没有识别出新的编码，请靠近封面重拍，或照封面文字输入。' : '识别出 ' + count + ' 个编码，请核对后点“登记”。';
  }

  window.BarcodeDetector.getSupportedFormats().then((formats) => {
    if (!formats.includes('qr_code')) {
      return;
    }
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    field.hidden = false;
    document.getElementById('photo').addEventListener('change', (event) => readAll(detector, event.target.files));
  });
}());
