// Suggests titles, and searches that helped others, while something is typed. Without this file the field is a plain search form.
(() => {
  'use strict';

  for (const input of document.querySelectorAll('input[data-suggest]')) {
    const words = ({ kind, title, heading }) => {
      if (kind === 'search') return (input.dataset.suggestSearch || '{words}').replace('{words}', () => title);
      return heading ? `${title}: ${heading}` : title;
    };

    kcCombobox(input, {
      name: 'suggestions',
      label: input.dataset.suggestLabel || input.placeholder,
      pause: 120,
      ask: async (text, signal) => {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text.slice(0, 200))}`, { signal });
        return answer.ok ? (await answer.json()).suggestions : [];
      },
      fill: (option, suggestion) => {
        Object.assign(option.dataset, { url: suggestion.url, kind: suggestion.kind });
        option.textContent = words(suggestion);
      },
      say: count => (input.dataset.suggest || '{n}').replace('{n}', count),
      choose: option => location.assign(option.dataset.url),
    });
  }
})();
