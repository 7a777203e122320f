// Suggests titles, and searches that helped others, while something is typed: an ARIA 1.2 combobox with a listbox. Without this file the field is a plain search form.
(() => {
  'use strict';

  const PAUSE = 120;
  const SHORTEST = 2;

  for (const input of document.querySelectorAll('input[data-suggest]')) {
    const list = document.createElement('ul');
    const told = document.createElement('div');
    let pause = 0;
    let asking = null;
    let active = -1;

    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.dataset.suggestLabel || input.placeholder);
    told.className = 'hidden';
    told.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    input.after(list);
    input.form.append(told);

    const activate = at => {
      active = at;
      [...list.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
      if (at < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    };

    const open = isOpen => {
      list.hidden = !isOpen;
      input.setAttribute('aria-expanded', String(isOpen));
      if (!isOpen) activate(-1);
    };

    const close = () => {
      clearTimeout(pause);
      asking?.abort();
      open(false);
      told.textContent = '';
    };

    const go = option => { close(); location.assign(option.dataset.url); };

    const words = ({ kind, title, heading }) => {
      if (kind === 'search') return (input.dataset.suggestSearch || '{words}').replace('{words}', () => title);
      return heading ? `${title}: ${heading}` : title;
    };

    const show = suggestions => {
      list.replaceChildren(...suggestions.map((suggestion, at) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.dataset.url = suggestion.url;
        option.dataset.kind = suggestion.kind;
        option.textContent = words(suggestion);
        return option;
      }));
      open(suggestions.length > 0);
      activate(-1);
      told.textContent = suggestions.length > 0 ? (input.dataset.suggest || '{n}').replace('{n}', suggestions.length) : '';
    };

    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      try {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(input.value.slice(0, 200))}`, { signal });
        const suggestions = answer.ok ? (await answer.json()).suggestions : [];
        if (!signal.aborted && document.activeElement === input) show(suggestions);
      } catch {
        // Offline, or overtaken by a newer question: the form still works.
      }
    };

    const move = step => {
      const many = list.children.length + 1;
      // One place more than there are options: the typed text itself.
      activate((active + 1 + step + many) % many - 1);
    };

    input.addEventListener('input', () => {
      clearTimeout(pause);
      if (input.value.trim().length < SHORTEST) return close();
      pause = setTimeout(ask, PAUSE);
    });
    input.addEventListener('keydown', event => {
      if (event.isComposing) return;
      if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); return close(); }
      if (event.key === 'Enter' && active >= 0) { event.preventDefault(); return go(list.children[active]); }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (list.hidden && list.children.length > 0 && input.value.trim().length >= SHORTEST) open(true);
      if (list.hidden) return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    });
    input.addEventListener('blur', close);
    // The field keeps the focus while an option is pressed.
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) go(option);
    });
  }
})();
