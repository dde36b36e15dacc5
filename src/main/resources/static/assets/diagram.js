/* The model with live counts on its elements. Without this script the table below says the same. */
(function () {
  'use strict';

  const AGAIN_MILLIS = 15000;
  const place = document.getElementById('diagram');

  if (place === null || typeof BpmnJS === 'undefined') {
    return;
  }
  const viewer = new BpmnJS({ container: place });

  // For the mouse; by keyboard and by ear the table below leads to the same lists.
  function badge(element, number) {
    const shown = document.createElement('a');
    shown.className = 'count';
    shown.href = place.dataset.standing + '?element=' + encodeURIComponent(element);
    shown.tabIndex = -1;
    shown.setAttribute('aria-hidden', 'true');
    shown.textContent = number;
    return shown;
  }

  async function count() {
    const answer = await fetch(place.dataset.counts);
    if (!answer.ok) {
      return;
    }
    const counts = await answer.json();
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    overlays.clear();
    Object.entries(counts).forEach(([element, number]) => {
      const id = element.replace(/#multiInstanceBody$/, '');
      if (elements.get(id) !== undefined && id === element) {
        overlays.add(id, { position: { top: -12, right: 12 }, html: badge(id, number) });
      }
    });
  }

  async function draw() {
    await viewer.importXML(await (await fetch(place.dataset.model)).text());
    viewer.get('canvas').zoom('fit-viewport');
    await count();
    setInterval(() => { count().catch(() => {}); }, AGAIN_MILLIS);
  }

  draw().catch(() => { place.remove(); });
}());
