/* What the viewer of diagrams takes for granted and Chromium 90 does not have yet. Where it is there, nothing is changed. */
(function () {
  'use strict';

  if (Object.hasOwn === undefined) {
    Object.hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  }
  if (window.structuredClone === undefined) {
    window.structuredClone = (value) => JSON.parse(JSON.stringify(value)); // The viewer clones plain settings only.
  }
}());
