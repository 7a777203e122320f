namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>Pokes at a page as a curious reader would, and looks in its tree for what could run, leave or break the frame.</summary>
internal static class Inspection
{
    // Every element is touched; where a click would lead is read instead of followed.
    private const string Poke =
        """
        isLoose => {
          for (const element of document.querySelectorAll(isLoose ? 'body *' : 'main *')) {
            for (const name of ['pointerover', 'mouseover', 'mouseenter', 'focus', 'toggle', 'animationstart', 'transitionend', 'scrollend'])
              element.dispatchEvent(new Event(name, { bubbles: name !== 'focus' }));
            if (element.closest('.article-body') && !element.closest('a, button, form, input')) element.click();
          }
        }
        """;

    // What stands in no frame of ours, such as a mail, is looked at by itself.
    private const string Look =
        """
        isLoose => {
          const found = [];
          const told = element => element.outerHTML.slice(0, 120);
          const urls = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background', 'srcset', 'cite', 'longdesc'];
          // The theme's chart library places what it draws, outside articles.
          const isDrawn = element => element.closest('.chart-area') && !element.closest('.article-body');
          const here = value => { try { return new URL(value, document.baseURI); } catch { return null; } };
          for (const element of document.querySelectorAll('*')) {
            for (const { name, value } of element.attributes) {
              if (name.startsWith('on')) found.push(`event handler: ${told(element)}`);
              if (['style', 'srcdoc', 'ping', 'manifest', 'shadowrootmode'].includes(name) && !(name === 'style' && isDrawn(element))) found.push(`${name}: ${told(element)}`);
              const url = urls.includes(name) && here(value);
              if (url && !['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) found.push(`scheme ${url.protocol}: ${told(element)}`);
              if (url && !['A', 'AREA'].includes(element.tagName) && url.origin !== location.origin && !told(element).startsWith('<a')) found.push(`another place: ${told(element)}`);
            }
          }
          const never = 'iframe, frame, object, embed, applet, base, meta[http-equiv], style, template, noscript, portal, fencedframe';
          const inArticle = 'script, svg, math, form, input:not([type=checkbox][disabled]), button:not(.copy), select, textarea, link, meta, marquee, [autofocus], [contenteditable], [accesskey], [popover]';
          for (const element of document.querySelectorAll(never)) found.push(`element: ${told(element)}`);
          if (isLoose) return found.concat([...document.querySelectorAll('script, svg, math, form, img, link, input')].map(element => `element: ${told(element)}`));
          for (const body of document.querySelectorAll('.article-body'))
            for (const element of body.querySelectorAll(inArticle)) if (!element.closest('.platforms')) found.push(`element in an article: ${told(element)}`);
          for (const script of document.scripts) if (!/^(\/scripts\/[0-9a-f]+|\/theme\/[0-9a-f]+\/assets\/charts\/uplot\.min)\.js$/.test(new URL(script.src || 'x:').pathname)) found.push(`script: ${told(script)}`);
          if (document.querySelectorAll('main').length !== 1 || document.querySelector('#kc-main')?.tagName !== 'MAIN') found.push('frame: not one main');
          for (const part of ['header.top', 'main', 'footer.foot']) if (document.querySelector(`body > ${part}`) === null) found.push(`frame: no ${part}`);
          if (document.querySelectorAll('#kc-q').length > 1 || document.querySelectorAll('.article-body #kc-outcome').length > 0) found.push('frame: an id is taken twice');
          for (const [name, type] of [['getElementById', 'function'], ['querySelector', 'function'], ['cookie', 'string'], ['createElement', 'function']])
            if (typeof document[name] !== type) found.push(`clobbered: document.${name}`);
          if (document.body.tagName !== 'BODY' || document.defaultView !== window || String(document.location) !== location.href) found.push('clobbered: document');
          return found;
        }
        """;

    /// <summary>What is wrong with the page that is open, including what happened behind the visitor's back since they came.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(Visitor visitor, string what) => FaultsAsync(visitor, what, isLoose: false);

    /// <summary>The same for something that is shown elsewhere, as a mail program shows a mail.</summary>
    public static async Task<IReadOnlyList<string>> FaultsInAsync(Visitor visitor, string html, string what)
    {
        await visitor.Page.SetContentAsync(html);
        return await FaultsAsync(visitor, what, isLoose: true);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Visitor visitor, string what, bool isLoose)
    {
        await visitor.Page.EvaluateAsync(Poke, isLoose);
        var found = await visitor.Page.EvaluateAsync<string[]>(Look, isLoose);
        return [.. found.Select(fault => $"{what}: {fault}"), .. visitor.TakeNoted().Select(noted => $"{what}: {noted}")];
    }
}
