/* The list of files while htmx renews it in place: an order that is typed but not saved stays, the focus does not fall
   out of the list, and "replace" fills in the upload's form. Without this script the same links and forms work. */
(function () {
  'use strict';

  const TITLE = 'materials-title';
  const BUTTONS = '#materials form button';
  let typed = null;
  let pressed = -1;

  const places = () => Array.from(document.querySelectorAll('#materials input.place'));

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id !== 'materials') {
      return;
    }
    const ordered = event.detail.requestConfig.path.endsWith('/materials/order');
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
