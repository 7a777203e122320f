// Shortcuts of the desk, for elements that name their key in data-key. They never act in fields, with modifier keys, while something is composed or in an
// open dialog, and can be turned off: single letters may be words to who speaks to their computer.
(() => {
  'use strict';

  const OFF = 'kc-shortcuts-off';
  const dialog = document.getElementById('shortcuts');
  if (!dialog?.showModal) return;
  const box = dialog.querySelector('[data-shortcuts-on]');
  const button = document.querySelector('[data-shortcuts]');

  const areOn = () => { try { return !localStorage.getItem(OFF); } catch { return true; } };
  const turn = on => { try { on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'); } catch { /* lasts as long as the page */ } };
  box.checked = areOn();
  box.addEventListener('change', () => turn(box.checked));
  button.hidden = false;
  button.addEventListener('click', () => dialog.showModal());
  for (const element of document.querySelectorAll('[data-key]')) element.setAttribute('aria-keyshortcuts', element.dataset.key);

  const isField = element => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.closest('[role=combobox], [role=listbox], [role=application]');

  const step = by => {
    const rows = [...document.querySelectorAll('a[data-row]')];
    const at = rows.indexOf(document.activeElement);
    rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
    return rows.length > 0;
  };

  const act = key => {
    if (key === '?') { dialog.showModal(); return true; }
    if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
    const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!element) return false;
    if (isField(element)) element.focus();
    else element.click();
    return true;
  };

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!box.checked || document.querySelector('dialog[open]') || isField(event.target)) return;
    if (event.key.length === 1 && act(event.key)) event.preventDefault();
  });
})();
// An article into an answer: from the offers above it, or found in the field for it (a combobox). Without this the offers are links and the field takes an address.
(() => {
  'use strict';

  const insert = (area, words) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const before = value.slice(0, from);
    area.setRangeText(`${before && !before.endsWith('\n') ? '\n' : ''}${words}\n`, from, to, 'end');
    area.focus();
    area.scrollIntoView({ block: 'center' });
  };

  const answer = document.getElementById('answer-text');
  for (const offer of document.querySelectorAll('a[data-insert]')) {
    if (!answer) break;
    offer.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.getElementById('answer-article').value = offer.dataset.slug;
      insert(answer, offer.dataset.insert);
    });
  }

  for (const input of document.querySelectorAll('input[data-articles]')) {
    input.removeAttribute('list');
    input.parentElement.classList.add('finds');
    kcCombobox(input, {
      name: 'found',
      label: input.labels[0]?.textContent ?? '',
      pause: 150,
      takesFirst: true,
      ask: async (text, signal) => {
        const reply = await fetch(`${input.dataset.articles}?q=${encodeURIComponent(text.slice(0, 300))}`, { signal });
        return reply.ok ? await reply.json() : [];
      },
      fill: (option, { slug, title, insert: words }) => {
        Object.assign(option.dataset, { slug, words });
        option.textContent = title;
      },
      say: count => input.dataset.found.replace('{n}', count),
      choose: option => {
        input.value = option.dataset.slug;
        const area = document.getElementById(input.dataset.into ?? '');
        if (area) insert(area, option.dataset.words);
      },
    });
  }
})();
// Lists that stay up to date: when something has changed the page is asked for again, and only what is new is put in its place.
(() => {
  'use strict';

  const live = document.querySelector('[data-refresh]');
  const state = document.querySelector('[data-refresh-state]');
  if (!live || !state) return;
  const told = document.createElement('p');
  told.className = 'hidden';
  told.setAttribute('role', 'status');
  live.before(told);
  let asOf = state.textContent;

  const rows = part => [...part.querySelectorAll('a[data-row]')].map(row => row.getAttribute('href'));

  const put = fresh => {
    const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    const before = new Set(rows(live));
    const added = rows(fresh).filter(row => !before.has(row));
    live.replaceChildren(...fresh.childNodes);
    if (focused) live.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    if (added.length > 0) told.textContent = live.dataset.refreshNews.replace('{n}', added.length);
  };

  const say = isLost => { state.textContent = isLost ? live.dataset.refreshLost : `${asOf} ${state.dataset.refreshState}`; };

  const look = async () => {
    const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!reply.ok) return say(true);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.querySelector('[data-refresh]');
    if (fresh && fresh.innerHTML !== live.innerHTML) put(fresh);
    asOf = page.querySelector('[data-refresh-state]')?.textContent ?? asOf;
    say(false);
  };
  kcLive({ address: live.dataset.refresh, seen: live.dataset.refreshSeen, changed: look, lost: say });
})();
