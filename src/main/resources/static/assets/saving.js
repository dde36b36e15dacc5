/* For pages that save by themselves: sends a form without leaving the page, tells the state of saving in a bar that is
   always in view, and says beside a button why it could not do its work. */
window.saving = (function () {
  'use strict';

  const LONGEST_MILLIS = 60000;
  /** The application refuses with these in its own words: unknown, in conflict. */
  const REFUSALS = [404, 409];
  /** Took too long, too many at once. */
  const PASSING = [408, 429];
  const bar = document.getElementById('saving');
  const state = bar.querySelector('[role=status]');
  /** The page's own address, which may differ from the one of a form that was refused. */
  const home = new URL(bar.dataset.home, location.href).pathname;
  const WORDS = {
    line: '未能连接服务器。恢复连接后会自动再试，请勿关闭本页。',
    server: '系统暂时不能保存，稍后会自动再试，请勿关闭本页。',
    session: '登录已失效，本页内容还在。请在新窗口登录，再回到本页，会自动再试。',
  };

  const WORDS_ONCE = {
    line: '未能连接服务器，本页内容还在。请在恢复连接后再试。',
    server: '系统暂时不能办理，本页内容还在，请稍后再试。',
    session: '登录已失效，本页内容还在。请在新窗口登录，再回到本页再试。',
  };

  const plain = (element) => element.textContent.replace(/\s+/g, ' ').trim();

  /** Why the server refuses, in its own words; empty if it does not. */
  function refusal(page) {
    const told = page.querySelector('.message.refused');
    return told === null ? '' : plain(told).replace(/^未能办理：/, '');
  }

  /** once = the words where the page does not try again by itself. */
  const failed = (trouble) => ({ trouble: trouble, words: WORDS[trouble], once: WORDS_ONCE[trouble] });

  /**
   * The trouble of an answer that is neither a page of this application's nor a refusal in its words; null = it is none.
   * 408 and 429 pass by themselves ("server"), the others only by what the person does ("odd").
   */
  function oddity(status, page) {
    if (status < 400 || REFUSALS.includes(status)) {
      return null;
    }
    const told = '服务器没有受理（状态码 ' + status + '）';
    if (PASSING.includes(status)) {
      return { trouble: 'server', words: told + '，稍后会自动再试，请勿关闭本页。', once: told + '，本页内容还在，请稍后再试。' };
    }
    return { trouble: 'odd', words: told + (refusal(page) === '' ? '。本页内容还在，请再试；仍不行的，请把状态码告诉系统管理员。' : '：' + refusal(page)) };
  }

  /** The answer as a page, or its trouble. */
  function judge(status, text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    if (status >= 500) {
      return status === 503 && refusal(page) !== '' ? { trouble: 'server', words: refusal(page) } : failed('server');
    }
    return oddity(status, page) || { trouble: null, page: page };
  }

  /**
   * A request. The answer is a page, or a trouble that may pass: "line", "server", "session"; or "odd", which may not.
   * A redirect to any other page than this one means that the person must sign in first.
   */
  async function ask(url, options) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), LONGEST_MILLIS);
    try {
      const answer = await fetch(url, Object.assign({ signal: patience.signal }, options));
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403
        || (answer.redirected && new URL(answer.url).pathname !== home)) {
        return failed('session');
      }
      return judge(answer.status, await answer.text());
    } catch (unreachable) {
      return failed('line');
    } finally {
      clearTimeout(timer);
    }
  }

  /** The page as it is now. The header keeps the sign-in from leading here afterwards, in the other window. */
  function read() {
    return ask(home, { redirect: 'manual', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  }

  /** After a new sign-in in another window the old token counts no more: every form of this page gets the new one. */
  async function renewToken() {
    const answer = await read();
    const fresh = answer.trouble === null ? answer.page.querySelector('.site-header input[name=_csrf]') : null;
    if (fresh === null) {
      return answer.trouble === null ? failed('session') : answer;
    }
    document.querySelectorAll('input[name=_csrf]').forEach((field) => { field.value = fresh.value; });
    return { trouble: null, token: fresh.value };
  }

  /**
   * Sends fields of one of the page's forms, with a new token if the old one is refused.
   * The answer is as of ask(); a person who is signed in and may not do it is told so ("refused").
   */
  async function post(action, fields) {
    const first = await ask(action, { method: 'POST', body: fields });
    if (first.trouble !== 'session') {
      return first;
    }
    const renewed = await renewToken();
    if (renewed.trouble !== null) {
      return renewed;
    }
    fields.set('_csrf', renewed.token);
    const second = await ask(action, { method: 'POST', body: fields });
    return second.trouble === 'session'
      ? { trouble: 'refused', words: '您现在登录的账号不能保存本页内容，请换回原来的账号。' }
      : second;
  }

  /** Ways out: buttons and links to another window. */
  function ways(choices) {
    const line = document.createElement('p');
    line.className = 'ways';
    choices.forEach((choice) => {
      const one = document.createElement(choice.href === undefined ? 'button' : 'a');
      one.textContent = choice.words;
      if (choice.href === undefined) {
        one.type = 'button';
        one.className = 'small';
        one.addEventListener('click', choice.act);
      } else {
        one.href = choice.href;
        one.target = '_blank';
        one.rel = 'noopener';
      }
      line.append(one, ' ');
    });
    return line;
  }

  /** The ways out of a trouble. */
  function against(trouble, again) {
    const retry = { words: '再试', act: again };
    if (trouble === 'session') {
      return [{ words: '在新窗口登录', href: bar.dataset.signIn }, retry];
    }
    if (trouble === 'over') {
      return [{ words: '在新窗口查看最新内容', href: home }, retry];
    }
    return ['line', 'server', 'odd'].includes(trouble) ? [retry] : [];
  }

  /** Tells the state: kind is "saved", "busy" or "unsaved". */
  function tell(kind, words, choices, lines) {
    bar.hidden = false;
    bar.dataset.state = kind;
    if (state.textContent !== words) {
      state.textContent = words;
    }
    bar.querySelectorAll(':scope > .ways, :scope > details').forEach((old) => old.remove());
    if (choices !== undefined && choices.length > 0) {
      state.after(ways(choices));
    }
    if (lines !== undefined && lines.length > 0) {
      const more = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = '有何不同（' + lines.length + ' 处）';
      more.append(summary, list(lines));
      state.after(more);
    }
  }

  function list(lines) {
    const all = document.createElement('ul');
    lines.forEach((line) => {
      const one = document.createElement('li');
      one.textContent = line;
      all.append(one);
    });
    return all;
  }

  /**
   * Keeps what a person typed and the page does not show any more, until one of the buttons has done its work;
   * an act that answers false has not.
   */
  function keep(words, lines, choices) {
    const kept = document.createElement('div');
    const told = document.createElement('p');
    kept.className = 'kept';
    kept.setAttribute('role', 'group');
    kept.setAttribute('aria-label', words);
    told.textContent = words;
    kept.append(told, list(lines), ways(choices.map((choice) => ({
      words: choice.words,
      act: () => {
        if (choice.act() !== false) {
          kept.remove();
        }
      },
    }))));
    bar.hidden = false;
    bar.append(kept);
  }

  /**
   * Says beside the button or link, in view, why nothing was done, with the ways out. pressed = its form, or the link itself;
   * again = what to press once the draft is saved. A link can be followed all the same: in another window, so that this one
   * keeps what was typed.
   */
  function beside(button, pressed, words, choices, again) {
    clear();
    const box = document.createElement('div');
    const told = document.createElement('p');
    box.id = 'not-done';
    if (again !== undefined) {
      box.dataset.again = again;
    }
    box.className = 'message refused';
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    told.textContent = words;
    box.append(told, ways(pressed.dataset.still === undefined ? choices : choices.concat({ words: pressed.dataset.still, href: pressed.href })));
    if (button === null) {
      pressed.append(box);
    } else {
      button.after(box);
    }
    if (button !== null) { // Without a button the person may be typing elsewhere.
      box.scrollIntoView({ block: 'center' });
      box.focus({ preventScroll: true });
    }
  }

  /** Says beside the button or link that it was not done, and why; go = presses it again. */
  function notDone(button, pressed, why, go) {
    beside(button, pressed, '没有办理：' + (why.once || why.words), against(why.trouble, go));
  }

  /** The form or link that may leave the page now, because the server has just answered. */
  let answered = null;
  let asking = false;

  /** True once for each time that the server has answered for it. */
  function mayLeave(pressed) {
    const may = answered === pressed;
    answered = null;
    return may;
  }

  /**
   * Presses a form's button or a link again once the server answers, with a token that counts: on a dead line the browser
   * would replace the page, and what is typed, with its own error page. If it does not answer, says so beside it.
   */
  async function leave(button, pressed, go) {
    if (asking) {
      return; // Pressed again while the server is asked.
    }
    asking = true;
    const answer = await renewToken();
    asking = false;
    if (answer.trouble === null) {
      clear();
      answered = pressed;
      go();
      answered = null;
    } else {
      notDone(button, pressed, answer, go);
    }
  }

  /**
   * Keeps with this entry of the browser's history from which version the page's fields come: after "back" and after a
   * reload the browser puts typed words back into a page that may be newer.
   */
  function remember(version) {
    history.replaceState({ version: version }, '');
  }

  /** The version, as the page was opened, of the fields that the browser has put back; null = it is not known. */
  const remembered = history.state === null || history.state.version === undefined ? null : history.state.version;

  const besides = () => document.getElementById('not-done');

  function clear() {
    if (besides() !== null) {
      besides().remove();
    }
  }

  /** The person has chosen: what stood beside the button is not offered twice. */
  function chosen() {
    if (besides() !== null) {
      besides().querySelectorAll('.ways').forEach((old) => old.remove());
    }
  }

  /** The draft is saved now; what was asked for then was not done, which stays said. */
  function mended() {
    const box = besides();
    if (box === null || box.dataset.again === undefined) {
      return;
    }
    if (box.dataset.again === '') {
      clear();
      return;
    }
    const told = document.createElement('p');
    told.textContent = '填写的内容现已保存。刚才没有办理“' + box.dataset.again + '”，请再点一次。';
    box.className = 'message draft';
    box.replaceChildren(told);
  }

  return {
    post: post,
    read: read,
    refusal: refusal,
    against: against,
    tell: tell,
    keep: keep,
    keeps: () => bar.querySelector('.kept') !== null,
    beside: beside,
    notDone: notDone,
    mayLeave: mayLeave,
    leave: leave,
    remember: remember,
    remembered: remembered,
    failed: failed,
    judge: judge,
    renewToken: renewToken,
    clear: clear,
    chosen: chosen,
    mended: mended,
    now: () => new Date().toLocaleTimeString('zh-CN', { hour12: false }),
  };
}());
