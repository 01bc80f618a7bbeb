"""The text of an HTML mail, line by line; what it quotes stands behind ">", as in a plain one."""

from html.parser import HTMLParser

_HIDDEN = {"style", "script", "head", "title", "template", "noscript"}
_BREAKS = {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote", "hr"}
_VOID = {"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._line = ""
        self._hidden = 0
        self._quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BREAKS:
            self.end_line(forced=tag == "br")
        if tag == "blockquote":
            self._quoted += 1
        if tag == "li":
            self._line = "- "

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BREAKS and tag not in _VOID:
            self.end_line()
        if tag == "blockquote":
            self._quoted = max(0, self._quoted - 1)
        if tag == "p":
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            words = " ".join(data.split())
            space = " " if data[:1].isspace() and self._line and not self._line.endswith(" ") else ""
            self._line += space + words + (" " if words and data[-1:].isspace() else "")

    def end_line(self, *, forced: bool = False) -> None:
        if self._line.strip() or forced:
            self.lines.append("> " * bool(self._quoted) + self._line.strip())
        self._line = ""


def text_of_html(html: str) -> str:
    """Never raises; broken HTML gives what can be read of it."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except (AssertionError, ValueError):  # an unfinished declaration
        pass
    reader.end_line()
    return "\n".join(reader.lines).strip()
