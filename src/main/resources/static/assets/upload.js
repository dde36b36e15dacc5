/* Uploads that go on where they stopped (tus 1.0): progress, pause, lost connection, closed browser, killed server.
   Without this script the same form sends one file in one piece. The server is asked how much has come, so that an
   upload may go on in another browser, and this one keeps nothing about it. */
(function () {
  'use strict';

  const CHUNK_BYTES = 16 * 1024 * 1024;
  const SOON_MILLIS = [0, 1000, 2000, 5000, 10000];
  const LATER_MILLIS = Array(90).fill(20000);
  const form = document.getElementById('upload');
  const rows = document.getElementById('uploads');

  if (form === null || rows === null || typeof tus === 'undefined' || !tus.isSupported) {
    return;
  }
  const address = form.dataset.uploads;
  const chooser = form.querySelector('input[type=file]');
  const kinds = form.querySelector('select[name=kind]');
  // Other saves of the page may bring a new one as well.
  const token = () => form.querySelector('input[name=_csrf]').value;
  const running = new Set();
  let asked = false;
  chooser.multiple = true;

  /** One line of the list: name, how far, buttons. */
  function row(name) {
    const line = document.createElement('li');
    const title = document.createElement('strong');
    const state = document.createElement('span');
    const bar = document.createElement('progress');
    const figures = document.createElement('span');
    title.textContent = name;
    state.setAttribute('role', 'status');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', name + ' 上传进度');
    line.append(title, ' ', state, ' ', bar, figures);
    rows.append(line);
    return {
      line,
      say: (words) => { state.textContent = words; },
      show: (sent, total) => {
        bar.value = total === 0 ? 0 : sent / total;
        figures.textContent = Math.floor(bar.value * 100) + '%（' + size(sent) + ' / ' + size(total) + '）';
      },
      button: (words, action) => {
        const button = document.createElement('button');
        const whose = document.createElement('span');
        button.type = 'button';
        button.className = 'small';
        whose.className = 'unseen';
        whose.textContent = ' ' + name;
        button.append(words, whose);
        button.addEventListener('click', action);
        line.append(' ', button);
        return { hide: (hidden) => { button.hidden = hidden; } };
      },
      runs: (now) => { running[now ? 'add' : 'delete'](line); },
      quiet: () => {
        running.delete(line);
        line.querySelectorAll('button, progress').forEach((one) => one.remove());
      },
    };
  }

  function size(bytes) {
    return bytes >= 1048576 ? (bytes / 1048576).toFixed(1) + ' MB' : Math.ceil(bytes / 1024) + ' KB';
  }

  async function page() {
    return new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
  }

  /** After a restart of the server, or a new sign-in in another window, the old token counts no more. */
  async function freshToken() {
    const field = (await page()).querySelector('#upload input[name=_csrf]');
    if (field !== null) {
      form.querySelector('input[name=_csrf]').value = field.value;
    }
    return field !== null;
  }

  async function open() {
    const answer = await fetch(address);
    return answer.ok ? answer.json() : [];
  }

  function remove(url) {
    return fetch(url, { method: 'DELETE', headers: { 'X-CSRF-TOKEN': token(), 'Tus-Resumable': '1.0.0' } });
  }

  /** The list above, and what the check says of files that are still on their way. */
  function renew() {
    if (window.htmx !== undefined) {
      window.htmx.trigger('#materials', 'renew');
    }
  }

  function modified(upload) {
    const pair = upload.metadata.split(',').find((one) => one.startsWith('modified '));
    return pair === undefined ? '' : atob(pair.split(' ')[1]);
  }

  function isSame(upload, file, kind) {
    return upload.kind === kind && upload.name === file.name.normalize('NFC')
      && upload.sizeBytes === file.size && modified(upload) === String(file.lastModified);
  }

  function status(failure) {
    return failure.originalResponse ? failure.originalResponse.getStatus() : 0;
  }

  /** The server's words against it, for the person; empty for a trouble that passes by itself. */
  function refusal(failure) {
    try {
      return JSON.parse(failure.originalResponse.getBody()).detail || '';
    } catch (noWords) {
      return '';
    }
  }

  function mayPass(failure) {
    const code = status(failure);
    return refusal(failure) === '' && (code === 0 || code === 408 || code === 409 || code === 423 || code >= 500);
  }

  /** Comes back once the server knows of the file, so that the next one stands behind it; its bytes may take longer. */
  async function start(file, shown, kind, said) {
    let registered;
    const whenRegistered = new Promise((resolve) => { registered = resolve; });
    let known;
    try {
      known = (await open()).find((one) => isSame(one, file, kind));
    } catch (unreachable) {
      known = undefined;
    }
    if (known !== undefined) {
      rows.querySelectorAll('li[data-upload="' + known.id + '"]').forEach((line) => line.remove());
    }
    let renewed = false;
    const upload = new tus.Upload(file, {
      endpoint: address,
      uploadUrl: known === undefined ? null : address + '/' + known.id,
      chunkSize: CHUNK_BYTES,
      retryDelays: SOON_MILLIS.concat(LATER_MILLIS),
      storeFingerprintForResuming: false,
      metadata: Object.assign({ filename: file.name, kind: kind, modified: String(file.lastModified) },
        said),
      onBeforeRequest: (request) => { request.setHeader('X-CSRF-TOKEN', token()); },
      onUploadUrlAvailable: () => registered(),
      onShouldRetry: (failure) => {
        const passes = mayPass(failure);
        if (passes) {
          shown.say('连接中断，已传的部分不会丢失，正在自动重试…');
        }
        return passes;
      },
      onProgress: (sent, total) => {
        shown.say('正在上传');
        shown.show(sent, total);
      },
      onError: (failure) => {
        registered();
        failed(failure);
      },
      onSuccess: () => {
        shown.quiet();
        shown.say(window.htmx === undefined ? '已上传，刷新本页后列在上面的表中。' : '已上传');
        renew();
      },
    });
    const pause = shown.button('暂停', () => {
      upload.abort();
      registered();
      shown.say('已暂停');
      waiting(true);
    });
    const resume = shown.button('继续', async () => {
      shown.say('正在继续…');
      waiting(false);
      try {
        if (!await freshToken()) {
          shown.say('登录已失效，请在新窗口登录后再点“继续”，已传的部分还在。');
          waiting(true);
          return;
        }
      } catch (unreachable) {
        // The upload itself finds out, and tries again.
      }
      renewed = true;
      upload.start();
    });
    shown.button('取消', async () => {
      await upload.abort();
      registered();
      if (upload.url) {
        await remove(upload.url);
      }
      shown.runs(false);
      shown.line.remove();
      renew();
    });

    function waiting(now) {
      shown.runs(!now);
      pause.hide(now);
      resume.hide(!now);
    }

    /** 403 may mean an old token, or a refusal: with a new token it is the refusal. */
    async function failed(failure) {
      const words = refusal(failure);
      const code = status(failure);
      const signedIn = code === 403 && await freshToken().catch(() => false);
      if (signedIn && !renewed) {
        renewed = true;
        upload.start();
      } else if (signedIn) {
        shown.say('未能上传：' + words);
        waiting(true);
      } else if (code === 401 || code === 403) {
        shown.say('登录已失效，请在新窗口登录后再点“继续”，已传的部分还在。');
        waiting(true);
      } else if (words !== '' && code !== 503) {
        shown.say('未能上传：' + words);
        shown.quiet();
      } else {
        shown.say(words !== '' ? words : '未能连接服务器，请稍后点“继续”，已传的部分还在。');
        waiting(true);
      }
    }

    waiting(false);
    upload.start();
    await whenRegistered;
  }

  /** All lines at once, in the order of choosing. */
  async function startAll(files, kind, said) {
    const lines = files.map((file) => {
      const shown = row(file.name);
      shown.show(0, file.size);
      shown.say('等待上传');
      shown.runs(true);
      return shown;
    });
    for (let n = 0; n < files.length; n += 1) {
      await start(files[n], lines[n], kind, n === 0 ? said : (said.class === undefined ? {} : { class: said.class }));
    }
  }

  function unfinished(upload) {
    const shown = row(upload.name);
    shown.line.dataset.upload = upload.id;
    shown.show(upload.receivedBytes, upload.sizeBytes);
    shown.say('上次没有传完，再次选择同一个文件并点“上传”，即从中断处接着传。');
    shown.button('取消', async () => {
      await remove(address + '/' + upload.id);
      shown.line.remove();
      renew();
    });
  }

  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || chooser.files.length === 0) {
      return; // The draft is being saved first, or the server says that a file is missing.
    }
    event.preventDefault();
    const said = {};
    // A year and a file to be replaced are of one file; all of a class may come at once.
    ['replaces', 'year', 'class'].forEach((name) => {
      const choice = form.querySelector('select[name=' + name + ']');
      if (choice.value !== '') {
        said[name] = choice.value;
      }
      choice.value = '';
    });
    startAll(Array.from(chooser.files), kinds.value, said);
    chooser.value = '';
  });
  /** A submission hands in the files that have come; a file still on its way, paused or broken off is not among them. */
  document.getElementById('submission').addEventListener('submit', (event) => {
    const missing = rows.querySelectorAll('progress').length;
    if (event.defaultPrevented || missing === 0) {
      return;
    }
    const confirmed = new FormData(event.target).has('incomplete')
      || window.confirm('还有 ' + missing + ' 个文件没有传完，现在提交，这些文件不在其中。仍要提交吗？');
    if (!confirmed) {
      event.preventDefault();
      return;
    }
    const known = document.createElement('input');
    known.type = 'hidden';
    known.name = 'incomplete';
    known.value = 'true';
    event.target.append(known);
    asked = true;
  });
  window.addEventListener('beforeunload', (event) => {
    if (running.size > 0 && !asked) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
  open().then((uploads) => uploads.forEach(unfinished)).catch(() => {});
}());
