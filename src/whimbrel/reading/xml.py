"""XML from outside, parsed without entities, without the network and without surprises."""

from lxml import etree

from whimbrel.reading.errors import Unreadable


def parse(data: bytes, *, name: str, place: str = "") -> etree._Element:
    """The root element. Unreadable where the XML is broken, too deep, or declares a document
    type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    head = data[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or "<!DOCTYPE".encode("utf-16-le") in head:
        raise declares_type(name, place)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            name,
            f"its XML is broken: {str(error)[:200]}",
            "Open it in the program that wrote it and save it again",
            place,
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise declares_type(name, place)
    return root


def declares_type(name: str, place: str) -> Unreadable:
    """The refusal of XML that declares a document type: that is where entity attacks live."""
    return Unreadable(
        name,
        "its XML declares a document type or entities, which can be an attack",
        "Remove the declaration, or ask the sender for a clean copy",
        place,
    )
