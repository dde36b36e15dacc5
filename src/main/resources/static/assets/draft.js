/* Saves the draft by itself while it is filled in, and before anything else on the page is sent.
   Without this script the same form works by its button. */
(function () {
  'use strict';

  const PAUSE_MILLIS = 1500;
  const AGAIN_MILLIS = 10000;
  const form = document.getElementById('draft');
  const told = document.getElementById('autosave');
  const version = form === null ? null : form.querySelector('input[name=version]');
  let timer = 0;
  let unsaved = false;
  let typedSince = false;
  let running = null;

  if (version === null) {
    return; // Somebody has changed it meanwhile: the person decides, by the button.
  }

  function later(millis) {
    clearTimeout(timer);
    timer = setTimeout(save, millis);
  }

  function save() {
    if (running === null) {
      running = send().finally(() => {
        running = null;
        if (typedSince) {
          later(PAUSE_MILLIS); // What was typed meanwhile did not go with it.
        }
      });
    }
    return running;
  }

  async function send() {
    clearTimeout(timer);
    unsaved = false;
    typedSince = false;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (answer.status >= 500) {
        notSaved('系统暂时不能保存，稍后会自动再试，请勿关闭本页。');
        later(AGAIN_MILLIS);
        return;
      }
      read(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch (unreachable) {
      notSaved('未能连接服务器。恢复连接后会自动再试，请勿关闭本页。');
      later(AGAIN_MILLIS);
    }
  }

  function read(page) {
    const fresh = page.querySelector('#draft input[name=version]');
    const refused = page.querySelector('.message.refused');
    if (refused !== null) {
      notSaved(refused.textContent.replace(/\s+/g, ' ').trim());
    } else if (fresh === null) {
      notSaved('登录已失效或申请已不能修改。请在新窗口登录核对，本页内容还在。');
    } else {
      version.value = fresh.value;
      told.textContent = typedSince
        ? '正在保存…'
        : '已自动保存（' + new Date().toLocaleTimeString('zh-CN', { hour12: false }) + '）';
      show(page, 'check');
      show(page, 'progress');
    }
  }

  function notSaved(why) {
    unsaved = true;
    told.textContent = '尚未保存：' + why;
  }

  /** A part of the page as it is now: what the check finds, how far the form is. */
  function show(page, id) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh !== null && old !== null) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }

  form.addEventListener('input', () => {
    unsaved = true;
    typedSince = true;
    later(PAUSE_MILLIS);
  });
  form.addEventListener('submit', async (event) => {
    clearTimeout(timer);
    if (running === null) {
      unsaved = false;
      return;
    }
    event.preventDefault(); // Its answer brings the version that the button has to send.
    const by = event.submitter;
    await running;
    form.requestSubmit(by);
  });
  document.querySelectorAll('main form').forEach((other) => {
    if (other === form || (window.htmx !== undefined && other.closest('[hx-boost=true]') !== null)) {
      return; // The page stays, and with it what is typed.
    }
    other.addEventListener('submit', async (event) => {
      if (!unsaved && running === null) {
        return;
      }
      event.preventDefault();
      const by = event.submitter;
      do {
        await save();
      } while (typedSince);
      if (!unsaved) {
        other.requestSubmit(by);
      }
    });
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved || running !== null) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
}());
