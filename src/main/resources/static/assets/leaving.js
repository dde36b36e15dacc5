/* A form that leaves the page is sent only while the server answers; else it says so beside the button, and what is typed
   stays. Without this script the form is sent as it is. */
(function () {
  'use strict';

  const saving = window.saving;

  document.querySelectorAll('main form').forEach((form) => form.addEventListener('submit', (event) => {
    if (saving.mayLeave(form)) {
      return;
    }
    event.preventDefault();
    const by = event.submitter;
    saving.leave(by, form, () => form.requestSubmit(by));
  }));
}());
