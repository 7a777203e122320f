// Comfort only: every page works without this file.
(() => {
  'use strict';

  const body = document.querySelector('.article-body');
  if (!body) return;
  const words = body.dataset;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Private browsing may refuse storage; the choice then lasts as long as the page.
  const remembered = {
    read() { try { return localStorage.getItem('kc-platform') || ''; } catch { return ''; } },
    keep(value) { try { value ? localStorage.setItem('kc-platform', value) : localStorage.removeItem('kc-platform'); } catch { /* not kept */ } }
  };

  // Copy buttons on code, and a way for the keyboard to scroll code that is wider than the page.
  for (const code of body.querySelectorAll('div.code')) {
    const pre = code.querySelector('pre');
    if (!pre) continue;
    new ResizeObserver(() => { pre.tabIndex = pre.scrollWidth > pre.clientWidth ? 0 : -1; }).observe(pre);
    if (!navigator.clipboard) continue;
    const button = make('button', { type: 'button', className: 'copy quiet', textContent: words.copy });
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ''));
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      } catch {
        getSelection().selectAllChildren(pre);
      }
    });
    code.prepend(button);
  }

  // One platform at a time. A block for several platforms is shown for each of them.
  const blocks = [...body.querySelectorAll('.for[data-for]')];
  const platformsOf = block => block.dataset.for.split(' ').filter(Boolean);
  const names = new Map();
  for (const block of blocks) {
    const platforms = platformsOf(block);
    const title = block.querySelector('.for-name')?.textContent ?? '';
    const titles = title.split(', ');
    platforms.forEach((platform, at) => names.has(platform) || names.set(platform, titles.length === platforms.length ? titles[at] : platform));
  }
  if (names.size < 2) return;

  const show = platform => {
    for (const block of blocks) block.hidden = platform !== '' && !platformsOf(block).includes(platform);
  };
  const choices = make('div');
  const choose = platform => {
    for (const input of choices.querySelectorAll('input')) input.checked = input.value === platform;
    show(platform);
  };
  for (const [platform, name] of [['', words.all], ...names]) {
    const input = make('input', { type: 'radio', name: 'kc-platform', value: platform });
    input.addEventListener('change', () => { remembered.keep(platform); show(platform); });
    choices.append(make('label', {}, input, name));
  }
  // In front of the first block: what comes before it holds for everybody.
  const first = blocks[0];
  const start = [...body.children].find(child => child.contains(first)) ?? first;
  start.before(make('fieldset', { className: 'platforms' }, make('legend', { textContent: words.only }), choices));
  const known = remembered.read();
  choose(names.has(known) ? known : '');

  // A link may lead to a place that is hidden just now.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target || !target.closest('.for[hidden]')) return;
    choose('');
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
