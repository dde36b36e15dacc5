// Loaded through `customScripts` of config.js. A refusal stays until somebody closes it, also when the corrected answer has been
// taken. It belongs to the task whose form was sent: once another task is shown, or none, its bar is closed.

function task() {
  const found = /[?&]task=([^&]*)/.exec(window.location.hash);
  return found ? found[1] : null;
}

let shown = task();

new MutationObserver(() => {
  const now = task();
  if (now !== shown) {
    shown = now;
    document.querySelectorAll('.page-notifications .alert-danger button[ng-click^="removeNotification"]')
      .forEach(button => button.click());
  }
}).observe(document.documentElement, {subtree: true, childList: true});
