// A page that is open hears over server-sent events that it would show something else now: `changed` reads it again, one after another and at most once a
// second. `lost` is told when the line breaks (true) and when it is back (false). Without this file a reload does.
const kcLive = ({ address, seen, changed, lost = () => {} }) => {
  const PATIENCE = 60000;
  const BETWEEN = 1000;
  let source = null;
  let waiting = 0;
  let busy = false;
  let again = false;

  const look = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try { await changed(); } catch { /* the next news or a reload brings it */ }
    setTimeout(() => { busy = false; if (again) { again = false; look(); } }, BETWEEN);
  };

  const open = () => {
    if (source || document.hidden || !window.EventSource) return;
    source = new EventSource(`${address}?seen=${encodeURIComponent(seen)}`);
    source.addEventListener('open', () => lost(false));
    source.addEventListener('change', event => { seen = event.lastEventId; look(); });
    source.addEventListener('error', () => {
      lost(true);
      // The line was refused (too many are open): look again later. Otherwise the browser comes back by itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      waiting = setTimeout(open, PATIENCE);
    });
  };
  const close = () => { clearTimeout(waiting); source?.close(); source = null; };

  // A page nobody looks at needs no line; it catches up when somebody does.
  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
};
