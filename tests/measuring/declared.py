"""The smallest files that declare PDF/UA-1 and PDF/A-2a: one empty page, tagged, written byte by byte."""

from measuring.strangers import CATALOG, ONE_PAGE, PAGE, pdf

XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Empty</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
TAGGED = (
    b"/Metadata 5 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(en-GB)"
    b"/ViewerPreferences<</DisplayDocTitle true>>"
)
TREE = b"<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R/ParentTreeNextKey 0>>"
ELEMENT = b"<</Type/StructElem/S/Document/P 6 0 R>>"


def declared(*, tagged: bytes = TAGGED, element: bytes = ELEMENT, xmp: bytes = XMP, **more: bytes) -> bytes:
    """A file that declares both; with the arguments as they are, both are true."""
    objects = {
        **ONE_PAGE,
        1: CATALOG[:-2] + tagged + b">>",
        3: PAGE[:-2] + b"/Tabs/S>>",
        5: b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%b\nendstream" % (len(xmp), xmp),
        6: TREE,
        7: element,
        8: b"<</Nums[]>>",
        **{int(key[1:]): body for key, body in more.items()},
    }
    name = b"/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
    return pdf(objects, trailer=name)
