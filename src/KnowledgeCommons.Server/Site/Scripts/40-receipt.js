// A receipt that is open shows what happens to it. Without this file a reload does.
(() => {
  'use strict';

  const place = document.querySelector('[data-live]');
  if (!place || !window.EventSource) return;
  const news = document.getElementById('news');
  const patience = 60000;
  let source = null;
  let seen = place.dataset.live;
  let waiting = 0;

  // What is being typed stays: only the parts around the form are taken from the new page.
  const renew = async () => {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-part]')) {
      const fresh = page.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
      if (!fresh || fresh.innerHTML === part.innerHTML) continue;
      const held = part.contains(document.activeElement);
      part.replaceChildren(...fresh.childNodes);
      if (held) document.getElementById('kc-main').focus({ preventScroll: true });
    }
    document.title = page.title;
    news.textContent = `${place.dataset.news} ${document.querySelector('h1').textContent}`;
  };

  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(`${location.pathname}/live?seen=${seen}`);
    source.addEventListener('change', event => { seen = event.lastEventId; renew().catch(() => { /* the next news or a reload brings it */ }); });
    // The line was refused (too many are open): look again later.
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      waiting = setTimeout(open, patience);
    });
  };
  const close = () => { clearTimeout(waiting); source?.close(); source = null; };

  // A page nobody looks at needs no line; it catches up when somebody does.
  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
})();
