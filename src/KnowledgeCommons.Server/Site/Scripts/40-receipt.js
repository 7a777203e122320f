// A receipt that is open shows what happens to it. Without this file a reload does.
(() => {
  'use strict';

  const place = document.querySelector('[data-live]');
  if (!place) return;
  const news = document.getElementById('news');

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
  kcLive({ address: `${location.pathname}/live`, seen: place.dataset.live, changed: renew });
})();
