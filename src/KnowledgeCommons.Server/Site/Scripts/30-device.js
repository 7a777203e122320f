// Remembers for which platform somebody searches, once they say so: in this browser only. Later searches carry it as the ordinary filter "for".
(() => {
  'use strict';

  const DEVICE = 'kc-device';
  // What articles for several platforms show (10-page.js): remembering here sets it, forgetting here takes it away.
  const SHOWN = 'kc-platform';
  const place = document.querySelector('.device');
  const chip = place?.dataset.device ? document.querySelector(`.chip.chosen[data-platform="${CSS.escape(place.dataset.device)}"] .words`) : null;
  const plain = chip?.textContent;

  const read = () => { try { return localStorage.getItem(DEVICE) || ''; } catch { return ''; } };
  const keep = platform => {
    try {
      for (const key of [DEVICE, SHOWN]) platform ? localStorage.setItem(key, platform) : localStorage.removeItem(key);
    } catch { /* private browsing may refuse: nothing is remembered then, and nothing is offered next time */ }
  };
  const canKeep = () => {
    try { localStorage.setItem('kc-try', '1'); localStorage.removeItem('kc-try'); return true; } catch { return false; }
  };

  const carry = platform => {
    for (const form of document.querySelectorAll('form.search')) {
      form.querySelector('input[name=for]')?.remove();
      if (platform) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'for', value: platform }));
    }
  };

  const tell = platform => {
    if (!place) return;
    const now = place.dataset.device ? (place.dataset.device === platform ? 'kept' : 'offered') : platform ? 'resting' : '';
    for (const line of place.children) line.hidden = line.dataset.when !== now;
    place.hidden = ![...place.children].some(line => !line.hidden);
    if (chip) chip.textContent = now === 'kept' ? place.dataset.deviceWords : plain;
  };

  const show = () => { const platform = read(); carry(platform); tell(platform); };
  if (!canKeep()) return;
  place?.addEventListener('click', event => {
    const line = event.target.closest('button')?.parentElement;
    if (!line) return;
    keep(line.dataset.when === 'offered' ? place.dataset.device : '');
    show();
    // The pressed button is gone: who uses the keyboard goes on at the one that took its place.
    place.querySelector('[data-when]:not([hidden]) button')?.focus();
  });
  // Another tab may have changed it, or this page may come back from the browser's memory.
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
})();
