"""The styles of our own Word template: Word builds its contents and navigation from them."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

FONT = "Calibri"
INK, SOFT, DAMSON, ACTION = "2A1A2E", "4D3A4B", "5A1B45", "0B5458"
LINE, NOW = "D3BDB7", "FDE6AE"
TABLE = "Report Table"

# Name, size, colour, bold, space before and after in points.
Look = tuple[str, float, str, bool, float, float]
_HEADINGS: tuple[Look, ...] = (
    ("Title", 30, DAMSON, True, 0, 10),
    ("Subtitle", 15, INK, False, 0, 14),
    ("Heading 1", 21, DAMSON, True, 30, 8),
    ("Heading 2", 15.5, INK, True, 20, 5),
    ("Heading 3", 12.5, INK, True, 14, 3),
)
_TEXT: tuple[Look, ...] = (
    ("List Bullet", 11.5, INK, False, 0, 4),
    ("Quote", 11.5, INK, False, 8, 2),
    ("Caption", 10.5, SOFT, False, 4, 12),
    ("Header", 10, SOFT, False, 0, 0),
    ("Footer", 10, SOFT, False, 0, 0),
)
_OWN: tuple[Look, ...] = (
    ("Eyebrow", 11.5, SOFT, True, 0, 8),
    ("Lead", 13.5, INK, False, 0, 8),
    ("Quote Source", 10, SOFT, False, 0, 8),
    ("Small", 10.5, SOFT, False, 3, 6),
    ("Notice", 11.5, INK, True, 8, 8),
    ("Contents Heading", 15.5, INK, True, 24, 6),
    ("TOC 1", 11.5, INK, False, 0, 3),
    ("Picture", 11.5, INK, False, 10, 2),
    ("Table Text", 10.5, INK, False, 2, 2),
)
# Between lines of one of these, no space.
_CLOSE = ("Quote Source", "Small")
_KEPT_WITH_NEXT = ("Heading 1", "Heading 2", "Heading 3", "Contents Heading", "Picture")


def set_styles(document: Document) -> None:
    _defaults(document)
    for look in (*_HEADINGS, *_TEXT):
        _look(document.styles[look[0]], *look[1:])
    for look in _OWN:
        made: Any = document.styles.add_style(look[0], WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
        _look(made, *look[1:])
    for name in _KEPT_WITH_NEXT:
        document.styles[name].paragraph_format.keep_with_next = True
    for name in _CLOSE:
        close = OxmlElement("w:contextualSpacing")
        document.styles[name].element.get_or_add_pPr().append(close)
    for name in ("Quote", "Quote Source"):
        document.styles[name].paragraph_format.keep_together = True
    document.styles["Table Text"].paragraph_format.line_spacing = 1.05
    _quote(document)
    _notice(document)
    _link(document)
    document.styles.element.append(_table_style())


def _defaults(document: Document) -> None:
    """Language and plain text, for every style."""
    normal = document.styles["Normal"]
    _look(normal, 11.5, INK, False, 0, 7)
    normal.paragraph_format.line_spacing = 1.18
    normal.paragraph_format.widow_control = True
    looks = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in looks.findall(qn("w:lang")):
        looks.remove(old)
    language = OxmlElement("w:lang")
    for script, code in (("val", "en-GB"), ("eastAsia", "en-GB"), ("bidi", "ar-SA")):
        language.set(qn(f"w:{script}"), code)
    looks.append(language)


def _look(style: Any, size: float, colour: str, bold: bool, before: float, after: float) -> None:
    font, paragraph = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(size), bold or None, False
    font.color.rgb = RGBColor.from_string(colour)
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    looks = style.element.get_or_add_rPr()
    _as_large_in_every_script(font, looks)
    for old in looks.findall(qn("w:rFonts")):
        looks.remove(old)
    looks.insert(0, parse_xml(_fonts()))
    for each in looks.findall(qn("w:spacing")):
        looks.remove(each)
    _drop_border(style)


def _as_large_in_every_script(font: Any, looks: Any) -> None:
    """Word keeps size, weight and slant of Arabic and Hebrew apart."""
    font.cs_bold, font.cs_italic = font.bold, False
    for old in looks.findall(qn("w:szCs")):
        looks.remove(old)
    size = looks.find(qn("w:sz"))
    same = OxmlElement("w:szCs")
    same.set(qn("w:val"), size.get(qn("w:val")))
    size.addnext(same)


def _fonts() -> str:
    names = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    return f"<w:rFonts {nsdecls('w')} {names}/>"


def _drop_border(style: Any) -> None:
    properties = style.element.find(qn("w:pPr"))
    if properties is not None:
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)


def _quote(document: Document) -> None:
    """People's words have a line at their beginning, and so has what is said of them."""
    for name in ("Quote", "Quote Source"):
        style = document.styles[name]
        style.paragraph_format.left_indent = Pt(14)
        edge = f'<w:left w:val="single" w:sz="18" w:space="9" w:color="{LINE}"/>'
        _border(style, edge)
    document.styles["Quote"].paragraph_format.space_after = Pt(0)


def _notice(document: Document) -> None:
    style = document.styles["Notice"]
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{NOW}"/>')
    sides = ("top", "left", "bottom", "right")
    _border(style, "".join(f'<w:{s} w:val="single" w:sz="8" w:space="6" w:color="{INK}"/>' for s in sides))
    style.element.get_or_add_pPr().find(qn("w:pBdr")).addnext(shade)


def _border(style: Any, edges: str) -> None:
    properties = style.element.get_or_add_pPr()
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>")
    before = [each for tag in ("keepNext", "keepLines") for each in properties.findall(qn(f"w:{tag}"))]
    if before:
        before[-1].addnext(border)
    else:
        properties.insert(0, border)


def _link(document: Document) -> None:
    style: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb, style.font.underline = RGBColor.from_string(ACTION), True


def _table_style() -> Any:
    """Quiet lines between rows, and a heading row that is bold as well as underlined."""
    line = f'w:val="single" w:sz="6" w:space="0" w:color="{LINE}"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
        '<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{INK}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr>"
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
