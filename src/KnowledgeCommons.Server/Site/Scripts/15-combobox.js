// A combobox with a listbox, as ARIA 1.2 has it: `ask(text, signal)` brings what fits while something is typed, `fill(option, found)` makes a line of
// each, `say(count)` is what a screen reader hears, and `choose(option)` takes one by key or press. With `takesFirst` Enter takes the best at once;
// otherwise the typed text itself is one more place among the options.
const kcCombobox = (input, { name, label, pause: wait, takesFirst = false, ask: fetchFor, fill, say, choose }) => {
  const SHORTEST = 2;
  const list = document.createElement('ul');
  const told = document.createElement('div');
  let pause = 0;
  let asking = null;
  let active = -1;

  Object.assign(list, { id: `${input.id}-${name}`, className: 'suggestions', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
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

  const take = option => { close(); choose(option); };

  const show = found => {
    list.replaceChildren(...found.map((each, at) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${at}`;
      option.setAttribute('role', 'option');
      fill(option, each);
      return option;
    }));
    open(found.length > 0);
    activate(takesFirst && found.length > 0 ? 0 : -1);
    told.textContent = found.length > 0 ? say(found.length) : '';
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await fetchFor(input.value, signal);
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      // Offline, or overtaken by a newer question: the form still works.
    }
  };

  const move = step => {
    const many = list.children.length;
    activate(takesFirst ? (active + step + many) % many : (active + 1 + step + many + 1) % (many + 1) - 1);
  };

  input.addEventListener('input', () => {
    clearTimeout(pause);
    if (input.value.trim().length < SHORTEST) return close();
    pause = setTimeout(ask, wait);
  });
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); return close(); }
    if (event.key === 'Enter' && active >= 0) { event.preventDefault(); return take(list.children[active]); }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (list.hidden && !takesFirst && list.children.length > 0 && input.value.trim().length >= SHORTEST) open(true);
    if (list.hidden) return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  });
  input.addEventListener('blur', close);
  // The field keeps the focus while an option is pressed.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) take(option);
  });
};
