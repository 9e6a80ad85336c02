"""What an archive and a screen reader ask of the file as a whole: metadata, colour profile, language, tags declared."""

from functools import cache
from html import escape
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from hipplan.pdf.about import About
from hipplan.pdf.streams import stream_text
from hipplan.pdf.writing import PackedDocument, Written
from hipplan.resources import resource

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
{standards}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_PDFA = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"""
_PDFUA = """<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
# Readers that look for the end of a stream instead of counting its bytes must not find it in somebody's name.
_NO_END = {"endstream": "&#101;ndstream", "endobj": "&#101;ndobj"}
DATE = "2000-01-01T00:00:00+00:00"  # ReportLab's date of an invariant file


def archive(document: PackedDocument, about: About, *, pdfua: bool = True, pdfa: bool = True) -> None:
    """Declare PDF/UA-1 and PDF/A-2a in the catalog, with all that they ask for beside the tags.

    A standard that the file does not keep, for what others made and it holds, is not declared.
    """
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]  # ReportLab knows no such key
    metadata = _xmp(about, (_PDFA if pdfa else "") + (_PDFUA if pdfua else ""))
    head = b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(metadata)  # left unpacked for readers of other programs
    catalog.Metadata = Written(lambda: head + b"\nstream\n" + metadata + b"endstream\n")
    catalog.MarkInfo = Written(lambda: b"<</Marked true>>")
    profile = Written(_profile)
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def _xmp(about: About, standards: str) -> bytes:
    words = {name: _escaped(str(getattr(about, name))) for name in about.__slots__}
    return _XMP.format(date=DATE, standards=standards, **words).encode()


def _escaped(text: str) -> str:
    escaped = escape(text, quote=False)
    for word, instead in _NO_END.items():
        escaped = escaped.replace(word, instead)
    return escaped


@cache
def _profile() -> bytes:
    """The sRGB profile, packed once."""
    return stream_text(b"/N 3/Filter/FlateDecode", compress(resource("assets", "srgb.icc").read_bytes(), 9))
