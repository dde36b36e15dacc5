/* The ranking page without waiting: every change counts on the page at once and is saved at once, one save after the other;
   a colleague's change shows by itself. The numbers in the fields are the order. An answer draws the page anew only where
   nothing has been changed since it was asked for. The server draws the page; without this script the same form works by
   its buttons. */
(function () {
  'use strict';

  const WATCH_MILLIS = 4000;
  const AGAIN_MILLIS = 5000;
  /** Rows do not change places under a person who types number after number. */
  const QUIET_MILLIS = 2000;
  /** A reason is saved while it is typed, after a pause. */
  const PAUSE_MILLIS = 1500;
  const LEFT = '离开本页前有内容没有保存，列在下面，请选择是否改用。';
  const OVER = '名单已不能调整，本页内容还在。';
  const TYPED = '有改动，填完离开该格即自动保存。';
  const saving = window.saving;
  const form = () => document.getElementById('ranking');
  const mayRank = () => form() !== null && form().dataset.live === 'true';
  if (!mayRank()) {
    return;
  }

  let dragged = null;
  let edits = 0;
  let saved = 0;
  let running = null;
  let again = 0;
  /** The page of the newest answer that is not drawn yet. */
  let fresh = null;
  let quietUntil = 0;
  let quiet = 0;
  /** Timer of the pause after a key; 0 = no reason is being typed. */
  let pause = 0;
  /** Numbers stay as they were typed, with gaps: a person who has 5, 2 and 1 in mind types them one by one. */
  let keepsGaps = false;
  /** Lists that were sent and never answered: the server may have one of them. */
  let lost = [];
  /** The list as this page has got it from the server. */
  let base = null;
  /** Reasons of projects whose field is not on the page yet. */
  let carried = {};
  /** The page came back out of the browser's memory and does not know yet what the list is now. */
  let isBack = false;
  /**
   * What was arranged here and is not saved: now = on the page, kept = beside the list until the person chooses. It lies in
   * the window's storage, so that the way to another page and back takes nothing away.
   */
  const STORED = 'ranking ' + location.pathname;
  const mine = Object.assign({ now: null, kept: [] }, JSON.parse(sessionStorage.getItem(STORED)));
  /** Values as last counted; a field that differs is being typed in. */
  let counted = new WeakMap();

  const rows = () => Array.from(form().querySelectorAll('tr[data-id]'));
  const place = (row) => row.querySelector('input.place');
  const number = (row) => Number(place(row).value);
  const isListed = (row) => place(row).value.trim() !== '';
  const order = () => rows().filter(isListed).sort((one, other) => number(one) - number(other)).map((row) => row.dataset.id);
  const fields = () => Array.from(form().querySelectorAll('input.place, textarea'));
  const reasonOf = (id) => form().querySelector('textarea[name="reason-' + id + '"]');
  const plain = (text) => text.replace(/\r\n?/g, '\n').trim();
  const isBeingTyped = () => fields().some((field) => field.value !== counted.get(field));
  const isUnsaved = () => edits !== saved;

  /** Order and reasons as they stand on a page; valueOf = reads a field. */
  function listOn(page, valueOf = (field) => field.value) {
    const reasons = {};
    const places = [];
    page.querySelectorAll('#ranking tr[data-id]').forEach((row) => {
      const at = valueOf(row.querySelector('input.place')).trim();
      const reason = row.querySelector('textarea');
      if (at !== '') {
        places.push({ id: row.dataset.id, at: Number(at) });
      }
      if (reason !== null) {
        reasons[row.dataset.id] = plain(valueOf(reason));
      }
    });
    places.sort((one, other) => one.at - other.at);
    return { order: places.map((one) => one.id), reasons: reasons };
  }

  const isSame = (one, other) => one.order.join() === other.order.join()
    && Object.keys(one.reasons).every((id) => other.reasons[id] === undefined || other.reasons[id] === one.reasons[id]);

  /** The page differs from the list that the server has, a number or reason included that is still being typed. */
  const isChanged = () => isUnsaved() || running !== null || pause !== 0 || (mayRank() && !isSame(listOn(document), base));

  /** The list on the page comes from that version. */
  function isFrom(newest) {
    form().elements.version.value = newest;
  }

  /** Order, reasons and known projects of this page, and the same in words. */
  function arranged() {
    const list = listOn(document);
    const known = rows().map((row) => row.dataset.id);
    const name = (id) => rows().find((row) => row.dataset.id === id).querySelector('th span').textContent.trim();
    const reasons = {};
    Object.keys(list.reasons)
      .filter((id) => list.reasons[id] !== (base.reasons[id] || ''))
      .forEach((id) => { reasons[id] = list.reasons[id]; });
    Object.assign(reasons, carried);
    const lines = [list.order.length === 0 ? '没有列入项目' : '顺序：' + list.order.map((id, n) => (n + 1) + '. ' + name(id)).join('；')]
      .concat(Object.keys(reasons).map((id) => '“' + name(id) + '”未列入的理由：' + (reasons[id] || '（空）')));
    return { order: list.order, known: known, reasons: reasons, lines: lines };
  }

  function store() {
    if (mine.now === null && mine.kept.length === 0) {
      sessionStorage.removeItem(STORED);
    } else {
      sessionStorage.setItem(STORED, JSON.stringify(mine));
    }
  }

  /** Notes what is on the page and not saved. */
  function note() {
    mine.now = isSame(listOn(document), base) && Object.keys(carried).length === 0 ? null : arranged();
    store();
  }

  /** Keeps what was noted beside the list that the server has now, unless that list is the same. */
  function keepNoted(newest) {
    const one = mine.now;
    mine.now = null;
    if (one !== null && !isSame(one, newest)) {
      mine.kept.push(one);
      offer(one);
    }
    store();
  }

  /** Shows what is kept, in words and with the button that brings it back. */
  function offer(one) {
    const forget = () => {
      mine.kept.splice(mine.kept.indexOf(one), 1);
      store();
    };
    saving.keep('您排的顺序和写的理由（没有保存）：', one.lines, [
      { words: '改用我排的', act: () => bringBack(one) && forget() },
      {
        words: '采用最新名单',
        act: () => {
          forget();
          if (!isUnsaved()) {
            saving.tell('saved', '已显示最新名单。');
          }
        },
      },
    ]);
  }

  function tellKept(words, otherwise) {
    if (mine.kept.length > 0) {
      saving.tell('unsaved', words);
    } else {
      saving.tell('saved', otherwise);
    }
  }

  /** All values on the page count as they are. */
  function count() {
    fields().forEach((field) => counted.set(field, field.value));
  }

  function prepare() {
    count();
    rows().forEach((row) => { row.draggable = true; });
  }

  /** Draws the page as the server has it; the focus stays with its project. */
  function draw(page) {
    const focused = document.activeElement === null ? '' : document.activeElement.id;
    fresh = null;
    stopPause();
    document.getElementById('content').replaceWith(document.adoptNode(page.getElementById('content')));
    if (!mayRank()) {
      return;
    }
    base = listOn(document);
    prepare();
    const same = focused === '' ? null : document.getElementById(focused);
    const next = same === null || same.disabled ? document.getElementById(focused.replace(/^(up|down|in|out)-/, 'place-')) : same;
    if (next !== null) {
      next.focus();
    }
  }

  /** Draws the newest answer as soon as it takes nothing away from the person. */
  function settle() {
    clearTimeout(quiet);
    if (fresh === null || running !== null || isUnsaved() || dragged !== null || isBeingTyped()
      || (document.activeElement !== null && document.activeElement.tagName === 'TEXTAREA')) {
      return;
    }
    const rest = quietUntil - Date.now();
    if (rest > 0) {
      quiet = setTimeout(settle, rest);
    } else {
      const numbers = new Map(rows().map((row) => [row.dataset.id, place(row).value]));
      const typed = order();
      draw(fresh);
      if (keepsGaps && mayRank() && order().join() === typed.join()) {
        rows().filter(isListed).forEach((row) => { place(row).value = numbers.get(row.dataset.id); });
        count();
      }
    }
  }

  function stopPause() {
    clearTimeout(pause);
    pause = 0;
  }

  /** Counts what is on the page, and saves it. */
  function changed() {
    stopPause();
    count();
    edits += 1;
    note();
    document.querySelectorAll('#content .message.done').forEach((old) => old.remove());
    if (running !== null) {
      saving.tell('busy', '正在保存…');
    }
    save();
  }

  function save() {
    if (running === null) {
      running = saveAll().finally(() => {
        running = null;
        settle();
      });
    }
    return running;
  }

  async function saveAll() {
    clearTimeout(again);
    let sent = -1;
    let isDone = true;
    while ((isBack || isUnsaved()) && (isDone || sent !== edits)) {
      sent = edits;
      isDone = await (isBack ? catchUp() : send());
    }
  }

  /** Sends the whole list; true if the server has it now, or the person has been asked. */
  async function send() {
    const at = edits;
    const list = listOn(document);
    const version = form().elements.version.value;
    const body = new URLSearchParams(new FormData(form()));
    Object.keys(carried).filter((id) => !body.has('reason-' + id)).forEach((id) => body.set('reason-' + id, carried[id]));
    saving.tell('busy', '正在保存…');
    const answer = await saving.post(form().action, body);
    if (answer.trouble !== null) {
      lost.push(list);
      return fail(answer);
    }
    const drawn = liveList(answer);
    const refusal = saving.refusal(answer.page);
    if (drawn === null) {
      return fail({ trouble: 'over', words: refusal || OVER });
    }
    const newVersion = drawn.querySelector('input[name=version]').value;
    if (refusal !== '' && newVersion !== version) {
      return conflict(refusal);
    }
    if (refusal !== '') {
      return fail({ trouble: 'refused', words: refusal });
    }
    isFrom(newVersion);
    saved = at;
    lost = [];
    carried = {};
    base = list;
    note();
    fresh = answer.page;
    if (!isUnsaved() && pause === 0) {
      if (isSame(listOn(document), base)) {
        saving.tell('saved', '已保存（' + saving.now() + '）');
      } else {
        saving.tell('busy', TYPED);
      }
    }
    return true;
  }

  function fail(why) {
    saving.tell('unsaved', (isBack ? '尚未核对最新名单：' : '尚未保存：') + why.words, saving.against(why.trouble, save));
    if (['line', 'server', 'session'].includes(why.trouble)) {
      clearTimeout(again);
      again = setTimeout(save, AGAIN_MILLIS);
    }
    return false;
  }

  /** A colleague was first: the page shows the newest list, and what was arranged here is kept until the person decides. */
  async function conflict(refusal) {
    const answer = await saving.read();
    const list = liveList(answer);
    if (list === null) {
      return failToRead(answer);
    }
    if (lost.some((sent) => isSame(sent, listOn(answer.page)))) {
      // It was this page's own save, and only the answer was lost.
      isFrom(list.querySelector('input[name=version]').value);
      lost = [];
      return true;
    }
    showNewest(answer.page, '尚未保存：' + refusal);
    return true;
  }

  /** The page has come back and may be older than the list: it asks first, and sends nothing of what it shows. */
  async function catchUp() {
    const answer = await saving.read();
    if (liveList(answer) === null) {
      return failToRead(answer);
    }
    isBack = false;
    showNewest(answer.page, LEFT);
    return true;
  }

  /** The list of an answer, if it can still be arranged; else null. */
  function liveList(answer) {
    return answer.trouble === null ? answer.page.querySelector('#ranking[data-live=true]') : null;
  }

  function failToRead(answer) {
    return fail(answer.trouble === null ? { trouble: 'over', words: OVER } : answer);
  }

  /** The page shows the newest list; what was arranged here and not saved is kept beside it until the person decides: words. */
  function showNewest(page, words) {
    note();
    keepNoted(listOn(page));
    carried = {};
    lost = [];
    saved = edits;
    draw(page);
    tellKept(words, '已显示最新名单。');
  }

  /**
   * Projects that were not on the page then keep their place behind the others.
   * False if the list is signed or cannot be arranged any more: the words stay where they are.
   */
  function bringBack(kept) {
    if (!mayRank()) {
      saving.tell('unsaved', '名单已签发或已不能调整，不能改用您排的顺序；您排的顺序和写的理由仍列在下面。');
      return false;
    }
    const here = rows().map((row) => row.dataset.id);
    const later = order().filter((id) => !kept.known.includes(id));
    Object.keys(kept.reasons).forEach((id) => {
      if (reasonOf(id) !== null) {
        reasonOf(id).value = kept.reasons[id];
      } else if (here.includes(id)) {
        carried[id] = kept.reasons[id];
      }
    });
    arrange(kept.order.filter((id) => here.includes(id)).concat(later));
    return true;
  }

  /** Puts these on the list, in this order, and everything else off it. */
  function arrange(wanted) {
    rows().forEach((row) => {
      const at = wanted.indexOf(row.dataset.id);
      place(row).value = at < 0 ? '' : String(at + 1);
    });
    quietUntil = 0;
    keepsGaps = false;
    changed();
  }

  /** The project whose number was typed goes there, the others make room up to the next gap. */
  function makeRoom(row) {
    const before = Number(counted.get(place(row)));
    const to = number(row);
    const step = before !== 0 && before < to ? -1 : 1;
    const others = rows().filter((other) => other !== row && isListed(other));
    const moving = [];
    for (let at = to, next = null; (next = others.find((other) => number(other) === at)) !== undefined; at += step) {
      moving.push(next);
    }
    moving.forEach((other) => { place(other).value = String(number(other) + step); });
  }

  /** One step of a button or a key: up, down, onto the list, off the list. */
  function move(how, id) {
    const wanted = order().filter((one) => one !== id);
    const at = order().indexOf(id);
    if (how === 'in' && at < 0) {
      wanted.push(id);
    } else if (how === 'up' || how === 'down') {
      wanted.splice(Math.max(0, at + (how === 'up' ? -1 : 1)), 0, id);
    }
    arrange(wanted);
  }

  function drop(target) {
    const wanted = order().filter((id) => id !== dragged);
    if (target.classList.contains('quota-line')) {
      wanted.push(dragged);
    } else if (isListed(target)) {
      const at = wanted.indexOf(target.dataset.id);
      wanted.splice(at < 0 ? wanted.length : at, 0, dragged);
    }
    dragged = null;
    arrange(wanted);
  }

  const rowOf = (event) => (event.target.closest ? event.target.closest('#ranking tbody tr') : null);
  const unmark = () => document.querySelectorAll('tr.target, tr.dragged').forEach((row) => row.classList.remove('target', 'dragged'));

  document.addEventListener('dragstart', (event) => {
    const row = rowOf(event);
    if (row !== null && row.draggable) {
      dragged = row.dataset.id;
      row.classList.add('dragged');
      event.dataTransfer.setData('text/plain', dragged);
    }
  });
  document.addEventListener('dragover', (event) => {
    const row = rowOf(event);
    if (dragged !== null && row !== null) {
      event.preventDefault();
      document.querySelectorAll('tr.target').forEach((other) => other.classList.remove('target'));
      row.classList.add('target');
    }
  });
  document.addEventListener('drop', (event) => {
    const row = rowOf(event);
    if (dragged !== null && row !== null) {
      event.preventDefault();
      drop(row);
    }
  });
  document.addEventListener('dragend', () => {
    dragged = null;
    unmark();
    settle();
  });

  document.addEventListener('change', (event) => {
    if (!mayRank() || !form().contains(event.target) || !fields().includes(event.target)) {
      return;
    }
    if (event.target.classList.contains('place')) {
      makeRoom(rowOf(event));
      keepsGaps = true;
      quietUntil = Date.now() + QUIET_MILLIS;
    }
    changed();
  });
  document.addEventListener('input', (event) => {
    if (!mayRank() || !fields().includes(event.target)) {
      return;
    }
    note();
    if (event.target.classList.contains('place')) {
      quietUntil = Date.now() + QUIET_MILLIS;
      if (!isUnsaved() && running === null) {
        tellTyped();
      }
      return;
    }
    stopPause();
    pause = setTimeout(changed, PAUSE_MILLIS);
    saving.tell('busy', '有改动，即将自动保存…');
  });

  /** A number counts once its field is left: until then the bar does not say that it is saved. */
  function tellTyped() {
    if (isChanged()) {
      saving.tell('busy', TYPED);
    } else {
      saving.tell('saved', '没有未保存的改动。');
    }
  }

  document.addEventListener('focusout', () => setTimeout(settle, 0)); // A field that was left holds up nothing any more.

  document.addEventListener('keydown', (event) => {
    if (!mayRank() || !event.target.classList.contains('place') || !['ArrowUp', 'ArrowDown'].includes(event.key)) {
      return;
    }
    event.preventDefault();
    const row = rowOf(event);
    const up = event.key === 'ArrowUp';
    if (isListed(row)) {
      makeRoom(row); // A number that is typed and not yet counted.
      move(up ? 'up' : 'down', row.dataset.id);
    } else if (up) {
      move('in', row.dataset.id);
    }
  });

  document.addEventListener('submit', (event) => {
    if (event.target !== form() || !mayRank()) {
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (button !== null && button.name === 'move') {
      const colon = button.value.indexOf(':');
      move(button.value.slice(0, colon), button.value.slice(colon + 1));
    } else {
      quietUntil = 0;
      keepsGaps = false;
      changed();
    }
  });

  async function watch() {
    if (!mayRank() || isBack || running !== null || isUnsaved() || fresh !== null || isBeingTyped() || dragged !== null || document.hidden) {
      return;
    }
    const at = edits;
    try {
      const known = form().elements.version.value;
      const answer = await fetch(form().action + '/version', { redirect: 'manual' });
      if (!answer.ok || (await answer.text()) === known) {
        return;
      }
    } catch (unreachable) {
      return; // The next save tells it.
    }
    const newest = await saving.read();
    if (newest.trouble === null && newest.page.getElementById('content') !== null
      && edits === at && running === null && dragged === null && !isBeingTyped()) {
      draw(newest.page);
      saving.tell('saved', '同事刚刚调整了名单，已显示最新顺序。');
    }
  }

  // Back from the sign-in in another window, or the line is there again.
  ['focus', 'online'].forEach((sign) => window.addEventListener(sign, () => {
    if (isBack || isUnsaved()) {
      save();
    }
  }));
  window.addEventListener('beforeunload', (event) => {
    if (isChanged() || saving.keeps()) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  window.addEventListener('pageshow', (event) => {
    if (event.persisted && mayRank()) {
      isBack = true;
      fresh = null;
      dragged = null;
      stopPause();
      Promise.resolve(running).then(save); // A save that was under way is over first.
    }
  });

  base = listOn(document, (field) => field.defaultValue);
  prepare();
  if (saving.refusal(document) === '') {
    mine.kept.forEach(offer);
    keepNoted(base);
    tellKept(LEFT, '每次改动都会自动保存。');
  } else {
    edits += 1;
    saving.tell('unsaved', '尚未保存：' + saving.refusal(document));
  }
  window.setInterval(watch, WATCH_MILLIS);
}());
