"""What the workbooks of a batch share: a template, a clinic's face, its own papers. Read once, by one process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hipplan import __version__
from hipplan.errors import FileProblemError, HipplanError
from hipplan.resources import data_digest
from hipplan.workbook.clinic import Clinic
from hipplan.workbook.face import NOBODYS, Face, read_face
from hipplan.workbook.stationery import NO_STATIONERY, Stationery, read_stationery
from hipplan.workbook.template import Template
from hipplan.workbook.theme import PAPERS

_Papers = dict[str, Stationery]
_Refused = dict[str, tuple[str, ...]]
_PATHS = {"logo", "letterhead", "leaflets"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Contents and no files, so that it may travel; by size of paper, as a letterhead fits one size only.

    `papers` are the clinic's own; a size that they cannot be used for is in `refused`, with the reason. `digests` are
    the same for the same look and the same hipplan, wherever its files are.
    """

    template: Template
    face: Face = NOBODYS
    booklet: bool = False
    papers: Mapping[str, Stationery]
    refused: Mapping[str, tuple[str, ...]]
    digests: Mapping[str, str]


def read_look(
    template: Template,
    sizes: Iterable[str],
    *,
    clinic: Clinic | None = None,
    origin: Path | None = None,
    booklet: bool = False,
) -> Look:
    """Read what a clinic file (`origin`) names. Raises HipplanError when it can be used for none of the sizes."""
    face, papers, refused = NOBODYS, _Papers.fromkeys(sizes, NO_STATIONERY), _Refused()
    if clinic and origin:
        face = read_face(clinic, origin)
        papers, refused = _papers(clinic, origin, sorted(papers))
    told = (__version__, data_digest(), template, face.clinic.model_dump(exclude=_PATHS), face.logo, booklet)
    digests = {size: sha256(repr((told, _told(paper))).encode()).hexdigest() for size, paper in papers.items()}
    return Look(template=template, face=face, booklet=booklet, papers=papers, refused=refused, digests=digests)


def _papers(clinic: Clinic, origin: Path, sizes: Iterable[str]) -> tuple[_Papers, _Refused]:
    papers: _Papers = {}
    errors: dict[str, HipplanError] = {}
    for size in sizes:
        try:
            papers[size] = read_stationery(clinic, origin, PAPERS[size])
        except FileProblemError as error:
            errors[size] = error
    if errors and not papers:
        raise next(iter(errors.values()))
    return papers, {size: error.problems for size, error in errors.items()}


def _told(paper: Stationery) -> tuple[object, ...]:
    """All of the clinic's papers that gets into a workbook, so not their places."""
    letterhead = paper.letterhead.parcel if paper.letterhead else None
    return letterhead, paper.everywhere, paper.safe, [(leaflet.title, leaflet.parcel) for leaflet in paper.leaflets]
