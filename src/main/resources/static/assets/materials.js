/* The list of files: titles and order that are typed are sent before any other form of the page. While htmx renews the list
   in place, an order that is typed but not saved stays, the focus does not fall out of the list, and "replace" fills in the
   upload's form. Without this script the same links and forms work. */
(function () {
  'use strict';

  const TITLE = 'materials-title';
  const BUTTONS = '#materials form button';
  let typed = null;
  let pressed = -1;
  let sent = false;

  const places = () => Array.from(document.querySelectorAll('#materials input.place'));

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id !== 'materials') {
      return;
    }
    const ordered = event.detail.requestConfig.path.endsWith('/materials/order');
    if (ordered && event.detail.shouldSwap) {
      // What the server answers counts: without their ids the old fields are not taken over.
      document.querySelectorAll('#materials [hx-preserve]').forEach((field) => field.removeAttribute('id'));
    }
    typed = ordered ? [] : places().filter((field) => field.value !== field.defaultValue);
    pressed = Array.from(document.querySelectorAll(BUTTONS)).indexOf(document.activeElement);
  });

  document.addEventListener('htmx:afterSettle', () => {
    if (typed === null) {
      return;
    }
    typed.forEach((old) => places()
      .filter((field) => field.name === old.name)
      .forEach((field) => { field.value = old.value; }));
    typed = null;
    if (pressed >= 0 && document.activeElement === document.body) {
      const buttons = Array.from(document.querySelectorAll(BUTTONS));
      (buttons[Math.min(pressed, buttons.length - 1)] || document.getElementById(TITLE)).focus();
    }
  });

  const arranged = () => {
    const form = document.getElementById('arrange');
    return form === null ? [] : Array.from(form.elements).filter((field) => /^(place|title|seen)\./.test(field.name));
  };
  const isArranged = () => arranged().some((field) => field.value !== field.defaultValue)
    || document.querySelector('#arrange[data-unsaved]') !== null;
  const staysHere = (form) => window.htmx !== undefined && form.closest('[hx-boost=true]') !== null;

  /** Sends titles and order; true if they are saved, else the page says why not. */
  async function arrange() {
    const form = document.getElementById('arrange');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (page.getElementById('arrange') === null || page.querySelector('.message.refused') !== null) {
        const told = page.querySelector('.message.refused');
        tell(told === null ? '登录已失效或申请已不能修改。请在新窗口登录核对，本页内容还在。' : told.textContent);
        return false;
      }
      form.removeAttribute('data-unsaved');
      arranged().forEach((field) => {
        const saved = page.querySelector('[name="' + field.name + '"]');
        if (saved !== null) {
          field.defaultValue = saved.defaultValue;
          field.value = saved.defaultValue;
        }
      });
      return true;
    } catch (unreachable) {
      tell('未能连接服务器，本页内容还在，请稍后再试。');
      return false;
    }
  }

  function tell(words) {
    const message = document.createElement('p');
    message.className = 'message refused';
    message.setAttribute('role', 'alert');
    message.textContent = '标题和顺序尚未保存：' + words.replace(/\s+/g, ' ').trim();
    document.getElementById('messages').replaceChildren(message);
    message.scrollIntoView();
  }

  // First of all that ask: the draft and the upload have their turn when the form is sent again.
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.id === 'arrange') {
      sent = !staysHere(form);
      return;
    }
    if (form.closest('main') === null || staysHere(form) || !isArranged()) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const by = event.submitter;
    if (await arrange()) {
      form.requestSubmit(by);
    }
  }, true);
  window.addEventListener('beforeunload', (event) => {
    if (!sent && isArranged()) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  document.addEventListener('click', (event) => {
    const link = event.target.closest === undefined ? null : event.target.closest('a[data-replaces]');
    const choice = document.getElementById('replaces');
    if (link === null || choice === null) {
      return;
    }
    event.preventDefault();
    choice.value = link.dataset.replaces;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    document.getElementById('file').focus();
  });

  document.addEventListener('change', (event) => {
    if (event.target.id !== 'replaces') {
      return;
    }
    const chosen = event.target.selectedOptions[0];
    if (chosen.dataset.kind !== undefined) {
      document.getElementById('kind').value = chosen.dataset.kind;
    }
  });
}());
