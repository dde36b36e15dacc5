/* The ranking page without waiting: every move is saved at once, a colleague's change shows by itself.
   The server draws the page; without this script the same form works by its buttons. */
(function () {
  'use strict';

  const WATCH_MILLIS = 4000;
  const live = document.getElementById('live');
  let busy = false;
  let dragged = null;

  const form = () => document.getElementById('ranking');
  const mayRank = () => form() !== null && form().dataset.live === 'true';
  const rows = () => Array.from(form().querySelectorAll('tr[data-id]'));
  const place = (row) => row.querySelector('input.place');
  const listed = () => rows().filter((row) => row.dataset.listed === 'true').map((row) => row.dataset.id);

  function show(html, words) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const fresh = page.getElementById('content');
    if (fresh === null) {
      window.location.reload(); // Signed out meanwhile: the sign-in page asks.
      return;
    }
    const focused = document.activeElement === null ? '' : document.activeElement.id;
    document.getElementById('content').replaceWith(document.adoptNode(fresh));
    const message = document.querySelector('.message');
    live.textContent = words || (message === null ? '' : message.textContent.trim());
    prepare();
    const again = focused === '' ? null : document.getElementById(focused);
    if (again !== null) {
      again.focus();
    }
  }

  async function save(extra) {
    if (busy) {
      return;
    }
    busy = true;
    try {
      const fields = new URLSearchParams(new FormData(form()));
      Object.entries(extra).forEach(([name, value]) => fields.set(name, value));
      const answer = await fetch(form().action, { method: 'POST', body: fields });
      show(await answer.text());
    } catch (unreachable) {
      live.textContent = '未能连接服务器，改动尚未保存，请稍后点“保存推荐顺序”。';
    } finally {
      busy = false;
    }
  }

  /** Puts these on the list, in this order, and everything else off it. */
  function arrange(order) {
    rows().forEach((row) => {
      const at = order.indexOf(row.dataset.id);
      place(row).value = at < 0 ? '' : String(at + 1);
    });
    save({});
  }

  function drop(target) {
    const order = listed().filter((id) => id !== dragged);
    if (target.classList.contains('quota-line')) {
      order.push(dragged);
    } else if (target.dataset.listed === 'true') {
      const at = order.indexOf(target.dataset.id);
      order.splice(at < 0 ? order.length : at, 0, dragged);
    }
    arrange(order);
  }

  function prepare() {
    if (!mayRank()) {
      return;
    }
    rows().forEach((row) => { row.draggable = true; });
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
  });

  document.addEventListener('change', (event) => {
    if (!mayRank() || !form().contains(event.target)) {
      return;
    }
    if (event.target.classList.contains('place')) {
      save({ moved: rowOf(event).dataset.id });
    } else if (event.target.tagName === 'TEXTAREA') {
      save({});
    }
  });

  document.addEventListener('keydown', (event) => {
    if (!mayRank() || !event.target.classList.contains('place') || !['ArrowUp', 'ArrowDown'].includes(event.key)) {
      return;
    }
    event.preventDefault();
    const row = rowOf(event);
    const up = event.key === 'ArrowUp';
    if (row.dataset.listed === 'true') {
      save({ move: (up ? 'up:' : 'down:') + row.dataset.id });
    } else if (up) {
      save({ move: 'in:' + row.dataset.id });
    }
  });

  document.addEventListener('submit', (event) => {
    if (event.target === form()) {
      event.preventDefault();
      const button = event.submitter;
      save(button !== null && button.name === 'move' ? { move: button.value } : {});
    }
  });

  async function watch() {
    if (!mayRank() || busy || dragged !== null || document.hidden) {
      return;
    }
    try {
      const known = form().elements.version.value;
      const answer = await fetch(form().action + '/version');
      const changed = answer.ok && (await answer.text()) !== known;
      const writing = Array.from(form().elements).some((field) => field.value !== field.defaultValue
        && (field.tagName === 'TEXTAREA' || field.classList.contains('place')));
      if (changed && !busy && !writing) {
        show(await (await fetch(form().action)).text(), '同事刚刚调整了名单，已显示最新顺序。');
      }
    } catch (unreachable) {
      live.textContent = '';
    }
  }

  prepare();
  if (mayRank()) {
    window.setInterval(watch, WATCH_MILLIS);
  }
}());
