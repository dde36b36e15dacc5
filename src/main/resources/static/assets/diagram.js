/* The model with live counts on its elements. Without this script the table below says the same. */
(function () {
  'use strict';

  const AGAIN_MILLIS = 15000;
  const ROOM = 24;
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

  // All of it, with room around: what lies on the frame can not be read.
  function fit(canvas) {
    const { inner, outer } = canvas.viewbox();
    const width = Math.max(inner.width + 2 * ROOM, outer.width);
    canvas.viewbox({ x: inner.x - ROOM, y: inner.y - ROOM, width, height: Math.max(inner.height + 2 * ROOM, outer.height) });
  }

  async function draw() {
    await viewer.importXML(await (await fetch(place.dataset.model)).text());
    fit(viewer.get('canvas'));
    await count();
    setInterval(() => { count().catch(() => {}); }, AGAIN_MILLIS);
  }

  draw().catch(() => { place.remove(); });
}());
