/* The list of files: titles and order that are typed are sent before any other form of the page. While htmx renews the list
   in place, an order that is typed but not saved stays, the focus does not fall out of the list, and "replace" fills in the
   upload's form. A part that could not be fetched is told beside its button. Without this script the same links and forms work. */
(function () {
  'use strict';

  const TITLE = 'materials-title';
  const saving = window.saving;
  const BUTTONS = '#materials form button';
  let typed = null;
  let pressed = -1;
  let isOrdered = false;
  let sent = false;
  let waiting = false;
  /** The form that is sent once more with a new token. */
  let renewed = null;

  const places = () => Array.from(document.querySelectorAll('#materials input.place'));

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id !== 'materials') {
      return;
    }
    isOrdered = event.detail.requestConfig.path.endsWith('/materials/order') && event.detail.shouldSwap;
    if (isOrdered) {
      // The server's answer counts: without their ids the old fields are not taken over.
      document.querySelectorAll('#materials [hx-preserve]').forEach((field) => field.removeAttribute('id'));
    }
    typed = isOrdered ? [] : places().filter((field) => field.value !== field.defaultValue);
    pressed = Array.from(document.querySelectorAll(BUTTONS)).indexOf(document.activeElement);
  });

  /** What a field said when the page was made; a list has it in its options. */
  const initial = (field) => field.tagName !== 'SELECT' ? field.defaultValue
    : (Array.from(field.options).find((option) => option.defaultSelected) || { value: '' }).value;
  function takeOver(field, value) {
    if (field.tagName !== 'SELECT') {
      field.defaultValue = value;
      return;
    }
    const chosen = field.value;
    Array.from(field.options).forEach((option) => { option.defaultSelected = option.value === value; });
    field.value = chosen;
  }

  const isOfTheList = (event) => event.detail.target !== undefined && event.detail.target.id === 'materials';

  /** What was asked for, and how to ask again; without a button it was the renewal after an upload. */
  function asked(event) {
    const form = event.detail.elt;
    if (form.tagName !== 'FORM') {
      return { button: null, pressed: form, go: () => window.htmx.trigger(form, 'renew') };
    }
    const button = form.querySelector('button[type=submit]');
    return { button: button, pressed: form, go: () => form.requestSubmit(button) };
  }

  function notDone(event, why) {
    const what = asked(event);
    renewed = null;
    saving.notDone(what.button, what.pressed, why, what.go);
  }

  /** A new sign-in in another window has ended the old token: once more with the new one. */
  async function withNewToken(event) {
    const what = asked(event);
    if (renewed === what.pressed) {
      notDone(event, { trouble: 'refused', words: '您现在登录的账号不能办理，请换回原来的账号。' });
      return;
    }
    const answer = await saving.renewToken();
    if (answer.trouble === null) {
      renewed = what.pressed;
      what.go();
    } else {
      notDone(event, answer);
    }
  }

  // The server sends a part to the sign-in as a whole page; here that would take away what is typed.
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (isOfTheList(event) && event.detail.xhr.status === 401) {
      event.preventDefault();
      notDone(event, saving.failed('session'));
    }
  });
  document.addEventListener('htmx:responseError', (event) => {
    if (!isOfTheList(event)) {
      return;
    }
    const status = event.detail.xhr.status;
    if (status === 403) {
      withNewToken(event);
      return;
    }
    const answer = saving.judge(status, event.detail.xhr.responseText);
    notDone(event, answer.trouble !== null ? answer : { trouble: 'over', words: saving.refusal(answer.page) || '申请已不能修改，本页内容还在。' });
  });
  ['htmx:sendError', 'htmx:timeout'].forEach((sign) => document.addEventListener(sign, (event) => {
    if (isOfTheList(event)) {
      notDone(event, saving.failed('line'));
    }
  }));

  /** The page's answer stands at its top, which may be far away: it is said beside the button too. */
  function sayHere(button, kinds) {
    const told = document.querySelector(kinds);
    if (told !== null && button !== null && button !== undefined) {
      const note = told.cloneNode(true);
      note.id = 'told-here';
      button.after(note);
      note.scrollIntoView({ block: 'nearest' });
    }
  }

  document.addEventListener('input', (event) => {
    const note = document.getElementById('told-here');
    if (note !== null && event.target.form !== null && event.target.form !== undefined && event.target.form.id === 'arrange') {
      note.remove();
    }
  });

  document.addEventListener('htmx:afterSettle', () => {
    if (typed === null) {
      return;
    }
    typed.forEach((old) => places()
      .filter((field) => field.name === old.name)
      .forEach((field) => { field.value = old.value; }));
    typed = null;
    renewed = null;
    if (isOrdered) {
      sayHere(document.querySelector('#arrange button'), '#messages .message.refused, #messages .message.done');
    } else {
      sayHere(document.querySelectorAll(BUTTONS)[pressed], '#messages .message.refused');
    }
    isOrdered = false;
    if (pressed >= 0 && document.activeElement === document.body) {
      const buttons = Array.from(document.querySelectorAll(BUTTONS));
      (buttons[Math.min(pressed, buttons.length - 1)] || document.getElementById(TITLE)).focus();
    }
  });

  const arranged = () => {
    const form = document.getElementById('arrange');
    return form === null ? [] : Array.from(form.elements).filter((field) => /^(place|title|year|class|seen)\./.test(field.name));
  };
  const isArranged = () => arranged().some((field) => field.value !== initial(field))
    || document.querySelector('#arrange[data-unsaved]') !== null;
  const staysHere = (form) => window.htmx !== undefined && form.closest('[hx-boost=true]') !== null;

  /** Sends titles and order; null if they are saved, else why not: {trouble, words}. */
  async function arrange() {
    const form = document.getElementById('arrange');
    const before = new Map(arranged().map((field) => [field, field.value]));
    const answer = await saving.post(form.action, new URLSearchParams(new FormData(form)));
    if (answer.trouble !== null) {
      return answer;
    }
    if (answer.page.getElementById('arrange') === null || saving.refusal(answer.page) !== '') {
      return { trouble: 'over', words: saving.refusal(answer.page) || '申请已不能修改，本页内容还在。' };
    }
    form.removeAttribute('data-unsaved');
    arranged().forEach((field) => {
      const fresh = answer.page.querySelector('[name="' + field.name + '"]');
      if (fresh !== null) {
        const saved = initial(fresh);
        takeOver(field, saved);
        if (field.value === before.get(field)) {
          field.value = saved; // Words typed meanwhile stay, and go with the next save.
        }
      }
    });
    return null;
  }

  /** Saves titles and order before the button or link does its work; if they cannot be saved, says so beside it. */
  async function saveFirst(event, button, pressed, go) {
    event.preventDefault();
    event.stopPropagation();
    if (waiting) {
      return; // Pressed again while titles and order are being saved.
    }
    waiting = true;
    const failure = await arrange();
    waiting = false;
    if (failure === null) {
      saving.clear();
      go();
    } else {
      saving.beside(button, pressed, '标题和顺序尚未保存，所以没有办理：' + failure.words, saving.against(failure.trouble, go));
    }
  }

  // First of all that ask: the draft and the upload have their turn when the form is sent again.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.id === 'arrange') {
      sent = !staysHere(form);
      return;
    }
    if (form.closest('main') === null || staysHere(form) || !isArranged()) {
      return;
    }
    const by = event.submitter;
    saveFirst(event, by, form, () => form.requestSubmit(by));
  }, true);
  document.addEventListener('click', (event) => {
    const link = event.target.closest === undefined ? null : event.target.closest('a[data-still]');
    if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey && isArranged()) {
      saveFirst(event, link, link, () => link.click());
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
      asksByKind();
    }
  });

  /** Year and class are asked for the kinds that have them. */
  function asksByKind() {
    const kind = document.getElementById('kind');
    document.querySelectorAll('#upload [data-of]').forEach((field) => {
      field.hidden = field.dataset.of !== kind.value;
      if (field.hidden) {
        field.querySelector('select').value = '';
      }
    });
  }
  const kinds = document.getElementById('kind');
  if (kinds !== null) {
    kinds.addEventListener('change', asksByKind);
    asksByKind();
  }
}());
