/* Saves the draft by itself while it is filled in, and before anything else on the page is sent. Where it cannot be saved,
   the button that was pressed says why and what helps. Without this script the same form works by its button. */
(function () {
  'use strict';

  const PAUSE_MILLIS = 1500;
  const AGAIN_MILLIS = 10000;
  /** So many of the saves without an answer are asked about. */
  const MOST_ASKED = 3;
  const saving = window.saving;
  const form = document.getElementById('draft');
  if (form === null) {
    return;
  }
  const version = form.querySelector('input[name=version]') || hidden('version');
  const isStale = version.value === '';
  const isRefused = form.dataset.refused === 'true';

  /** The fields as the server has them, as far as this page knows; null = it does not know. */
  let base = isStale || isRefused ? null : served();
  let edits = base === null ? 1 : 0;
  let saved = 0;
  let timer = 0;
  let running = null;
  let waiting = false;
  /** Why the last save failed: {trouble, words}; null = it did not. */
  let failure = null;
  /** The content that somebody else has saved meanwhile, while the person has not chosen: {theirs, version}. */
  let choice = null;
  /** Each save that was sent and never answered: {values, body}; the server may have one of them. */
  let lost = [];

  const isUnsaved = () => edits !== saved;

  function hidden(name) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    form.append(field);
    return field;
  }

  /** The fields as filled in, by name; without those that are only for the server. */
  function values(of) {
    const all = {};
    new FormData(of).forEach((value, name) => {
      if (name !== '_csrf' && name !== 'version') {
        all[name] = value.replace(/\r\n?/g, '\n').trim();
      }
    });
    return all;
  }

  /** The fields as the server drew them: the browser may have put other words back into them ("back", reload). */
  function served() {
    const drawn = form.cloneNode(true);
    drawn.reset();
    return values(drawn);
  }

  const valueIn = (all, name) => (all[name] === undefined ? '' : all[name]);
  const differing = (one, other) => Object.keys(Object.assign({}, one, other))
    .filter((name) => valueIn(one, name) !== valueIn(other, name));

  /** The fields come from that version. */
  function isFrom(newest) {
    version.value = newest;
    saving.remember(newest);
  }

  /** Words that the browser has put back into the fields are typed and not saved; they are of the version they were typed over. */
  function takeRestored() {
    if (base === null || isUnsaved() || running !== null || differing(values(form), base).length === 0) {
      return;
    }
    if (saving.remembered !== null) {
      version.value = saving.remembered;
    }
    edits += 1;
    save();
  }

  function put(name, value) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList) {
      field.forEach((button) => { button.checked = button.value === value; });
    } else if (field !== null && field !== undefined) {
      field.value = value;
    }
  }

  function label(name) {
    const field = form.elements[name];
    const words = field instanceof RadioNodeList
      ? document.querySelector('#' + name + ' legend')
      : form.querySelector('label[for="' + name + '"]');
    return words === null ? name : words.textContent.trim();
  }

  /** The value in the words that the person sees. */
  function shown(name, value) {
    const field = form.elements[name];
    let words = value;
    if (field instanceof RadioNodeList) {
      words = { true: '是', false: '否' }[value] || '';
    } else if (field !== null && field !== undefined && field.tagName === 'SELECT') {
      const option = Array.from(field.options).find((one) => one.value === value);
      words = option === undefined ? value : option.textContent.trim();
    }
    return words === '' ? '（未填）' : '“' + words + '”';
  }

  function later(millis) {
    clearTimeout(timer);
    timer = setTimeout(save, millis);
  }

  function save() {
    if (running === null) {
      running = send().finally(() => {
        running = null;
        if (isUnsaved() && failure === null && choice === null) {
          later(PAUSE_MILLIS); // Words typed meanwhile did not go with it.
        }
      });
    }
    return running;
  }

  async function send() {
    clearTimeout(timer);
    if (choice !== null) {
      return; // The person decides first.
    }
    if (version.value === '') {
      await compare(); // The page was made from an older version.
      return;
    }
    const at = edits;
    const sent = values(form);
    failure = null;
    saving.tell('busy', '正在保存…');
    const body = new URLSearchParams(new FormData(form));
    const answer = await saving.post(form.action, body);
    const fresh = answer.trouble === null ? answer.page.querySelector('#draft') : null;
    if (answer.trouble !== null) {
      if (passes(answer)) {
        lost.push({ values: sent, body: body });
      }
      fail(answer);
    } else if (fresh === null) {
      fail({ trouble: 'over', words: saving.refusal(answer.page) || '申请已不能修改，本页内容还在。' });
    } else if (fresh.querySelector('input[name=version]') === null) {
      await compare();
    } else if (saving.refusal(answer.page) !== '') {
      fail({ trouble: 'refused', words: saving.refusal(answer.page) });
    } else {
      isFrom(fresh.querySelector('input[name=version]').value);
      done(at, sent);
      show(answer.page, 'check');
      show(answer.page, 'progress');
    }
  }

  function done(at, now) {
    base = now;
    saved = at;
    lost = [];
    failure = null;
    saving.mended();
    if (isUnsaved()) {
      saving.tell('busy', '正在保存…');
    } else {
      saving.tell('saved', '已自动保存（' + saving.now() + '）。保存不等于提交。');
    }
  }

  function fail(why) {
    failure = why;
    saving.tell('unsaved', '尚未保存：' + why.words, saving.against(why.trouble, save));
    if (passes(why)) {
      later(AGAIN_MILLIS);
    }
  }

  const passes = (why) => ['line', 'server', 'session'].includes(why.trouble);

  /** Somebody else has saved: the person sees what differs and chooses, unless it was this page and only the answer was lost. */
  async function compare() {
    const answer = await saving.read();
    const fresh = answer.trouble === null ? answer.page.querySelector('#draft') : null;
    if (fresh === null) {
      fail(answer.trouble === null ? { trouble: 'over', words: saving.refusal(answer.page) || '申请已不能修改，本页内容还在。' } : answer);
      return;
    }
    const theirs = values(fresh);
    const theirVersion = fresh.querySelector('input[name=version]').value;
    const own = await ownSave(theirs);
    if (own !== null && own.trouble !== null) {
      fail(own);
      return;
    }
    if (own !== null) {
      isFrom(own.page.querySelector('#draft input[name=version]').value);
      base = values(own.page.querySelector('#draft'));
      lost = [];
      await send();
      return;
    }
    choice = { theirs: theirs, version: theirVersion };
    askWhich();
  }

  /**
   * The answer to a save of this page that the server turns out to have; null = somebody else has saved; or a trouble.
   * The server itself tells: it takes an old save again if that would change nothing. It alone knows how it writes a name.
   */
  async function ownSave(theirs) {
    const far = (one) => differing(theirs, one.values).length;
    const nearest = lost.slice().reverse().sort((one, other) => far(one) - far(other)).slice(0, MOST_ASKED);
    for (const one of nearest) {
      const answer = await saving.post(form.action, one.body);
      if (answer.trouble !== null
        || (saving.refusal(answer.page) === '' && answer.page.querySelector('#draft input[name=version]') !== null)) {
        return answer;
      }
    }
    return null;
  }

  const CONFLICT = '他人已修改了本申请。请选择以哪一份为准，您填写的内容还在。';
  const whichWays = () => [{ words: '保存我填写的内容', act: takeMine }, { words: '采用对方的内容', act: takeTheirs }];

  function askWhich() {
    const mine = values(form);
    failure = { trouble: 'conflict', words: CONFLICT };
    saving.tell('unsaved', '尚未保存：' + CONFLICT, whichWays(), differing(mine, choice.theirs).map((name) =>
      label(name) + '：本页 ' + shown(name, valueIn(mine, name)) + '；对方 ' + shown(name, valueIn(choice.theirs, name))));
  }

  function chosen() {
    const now = choice;
    isFrom(now.version);
    choice = null;
    failure = null;
    saving.chosen();
    document.querySelectorAll('#draft .stale').forEach((old) => old.remove());
    return now;
  }

  /** Each field counts that this person changed; a field that only the other one changed stays changed. */
  function takeMine() {
    const before = base;
    const theirs = chosen().theirs;
    const mine = values(form);
    if (before !== null) {
      differing(mine, theirs)
        .filter((name) => valueIn(mine, name) === valueIn(before, name))
        .forEach((name) => put(name, valueIn(theirs, name)));
    }
    base = theirs;
    edits += 1;
    save();
  }

  /** The page shows the other's content; what was typed here is kept aside, and one button brings it back. */
  function takeTheirs() {
    const mine = values(form);
    const theirs = chosen().theirs;
    const names = differing(mine, theirs);
    names.forEach((name) => put(name, valueIn(theirs, name)));
    done(edits, theirs);
    if (names.length > 0) {
      saving.keep('您先前填写、没有采用的内容：', names.map((name) => label(name) + '：' + shown(name, valueIn(mine, name))), [
        { words: '改回我填写的内容', act: () => putBack(names, mine) },
        { words: '不再保留', act: () => {} },
      ]);
    }
  }

  function putBack(names, mine) {
    names.forEach((name) => put(name, valueIn(mine, name)));
    edits += 1;
    save();
  }

  /** A part of the page as it is now: what the check finds, how far the form is. */
  function show(page, id) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh !== null && old !== null) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }

  /** Saves all that is typed; true once nothing is left. */
  async function saveAll() {
    do {
      await save();
    } while (isUnsaved() && failure === null);
    return !isUnsaved();
  }

  /** pressed = the button's form, or the link itself; go = presses it again. */
  function sayWhyNot(button, pressed, go) {
    const help = failure.trouble === 'conflict' ? whichWays() : saving.against(failure.trouble, go);
    const again = pressed === form || button === null ? '' : button.textContent.trim();
    saving.beside(button, pressed, '尚未保存，所以没有办理：' + failure.words, help, again);
  }

  /** Saves the draft before the button or link does its work; if it cannot be saved or the server is not there, says so beside it. */
  async function saveFirst(event, button, pressed, go) {
    const isSavedNow = !isUnsaved() && running === null;
    const staysHere = pressed.id === 'upload'; // An upload waits for the line by itself.
    if (isSavedNow && (staysHere || saving.mayLeave(pressed))) {
      return;
    }
    event.preventDefault();
    if (waiting) {
      return; // Pressed again while the draft is being saved.
    }
    waiting = true;
    const isSaved = isSavedNow || await saveAll();
    waiting = false;
    if (isSaved && staysHere) {
      go();
    } else if (isSaved) {
      saving.leave(button, pressed, go);
    } else {
      sayWhyNot(button, pressed, go);
    }
  }

  form.addEventListener('input', () => {
    edits += 1;
    if (choice === null) {
      saving.tell('busy', '有改动，即将自动保存…');
      later(PAUSE_MILLIS);
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (choice !== null && event.submitter !== null && event.submitter.name === 'version') {
      takeMine();
      return;
    }
    edits += 1;
    const by = event.submitter;
    if (!await saveAll()) {
      sayWhyNot(by, form, () => form.requestSubmit(by));
    } else {
      saving.tell('saved', '已保存（' + saving.now() + '）。保存不等于提交，请在截止前提交。');
    }
  });
  document.querySelectorAll('main form').forEach((other) => {
    if (other === form || (window.htmx !== undefined && other.closest('[hx-boost=true]') !== null)) {
      return; // The page stays, and with it what is typed.
    }
    other.addEventListener('submit', (event) => {
      const by = event.submitter;
      saveFirst(event, by, other, () => other.requestSubmit(by));
    });
  });
  document.querySelectorAll('main a[data-still]').forEach((link) => {
    link.addEventListener('click', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { // With these it opens beside, and the page stays.
        saveFirst(event, link, link, () => link.click());
      }
    });
  });
  // Back from the sign-in in another window, or the line is there again.
  ['focus', 'online'].forEach((sign) => window.addEventListener(sign, () => {
    if (failure !== null && passes(failure)) {
      save();
    }
  }));
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved() || running !== null || saving.keeps()) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  // A page out of the browser's memory may be older than the application: the server compares it.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      edits += 1;
      save();
    } else {
      takeRestored();
      // Only now: Chromium puts words back after the page's script has run, and they are not of this version.
      if (!isStale && !isUnsaved()) {
        saving.remember(version.value);
      }
    }
  });
  window.addEventListener('hashchange', () => {
    if (version.value !== '') {
      saving.remember(version.value); // Another entry of the history, the same page.
    }
  });

  if (isRefused && !isStale) {
    saving.tell('unsaved', '尚未保存：' + saving.refusal(document));
  } else if (isStale) {
    save();
  } else {
    saving.tell('saved', '填写的内容会自动保存。保存不等于提交。');
    takeRestored();
  }
}());
