"""XML of office files, read without ever following what it points at; names without their namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# lxml ships no types: an element is ``Any`` here and nowhere else.
Element = Any


def parse(data: bytes) -> Element:
    """The root element of ``data``; no entity is resolved, no file or address opened, whatever the XML asks for."""
    # Imported here so that the command line starts without lxml: most runs read no document.
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=False)
    return etree.fromstring(data, parser)


def local(element: Element) -> str:
    """The element's name without its namespace; "" for comments, entities and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """The attribute of that local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down ``path``, one local name a step, or ``None``."""
    for name in path:
        element = None if element is None else next((e for e in element if local(e) == name), None)
    return element


def named(element: Element | None, *names: str) -> Iterator[Element]:
    """Every descendant with one of these local names, in document order."""
    if element is not None:
        yield from (e for e in element.iter() if local(e) in names)


def value(element: Element | None, *path: str) -> str:
    """The ``val`` attribute of the element down ``path``; "" when there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")
