"""Judge one prescription that a physio has changed against the one that was planned."""

from dataclasses import dataclass, replace

from hipplan.plan.catalogue import Dose, Version, catalogue
from hipplan.plan.complaints import shown
from hipplan.plan.edit_shape import EditedPrescription
from hipplan.plan.ladder import Rung
from hipplan.plan.preferences import Preferences
from hipplan.plan.prescribing import Course, effort_of, how_it_is_done, sentence
from hipplan.plan.programme import Prescription, WeekKind
from hipplan.words import say

_AMOUNTS = ("sets", "reps", "rest_s")
_FIXED = ("per_side", "hold_s", "tempo", "equipment", "reasons")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one field: the error, and the words to print when it is allowed; without words it never is."""

    field: str
    error: str
    printed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A changed prescription beside the planned one; `strict_rest` keeps rests long for a risk of falls."""

    edited: EditedPrescription
    planned: Prescription
    course: Course
    kind: WeekKind
    preferences: Preferences
    left_out: bool
    strict_rest: bool


def judge(case: Case) -> tuple[Prescription, list[Finding]]:
    """Take the change over, with what follows from it, and list what is out of the ordinary."""
    version, findings = _version(case)
    if version is None:
        return case.planned, findings
    dose, sets, reps, rest_s = _amount(case)
    edited, planned = case.edited, case.planned
    own_words = edited.variation not in (planned.variation, sentence(edited.move, version))
    changed = replace(
        planned,
        level=edited.level,
        dose=dose,
        variation=edited.variation if own_words else sentence(edited.move, version),
        sets=sets,
        reps=reps,
        rest_s=rest_s,
        tempo=version.tempo,
        load=edited.load if edited.load != planned.load else version.load,
        equipment=(version.kit,) if version.kit else (),
        effort=effort_of(dose, easy=case.kind == "easy"),
    )
    changed = replace(changed, reasons=(*planned.reasons, *_changes(planned, changed)))
    return changed, [*findings, *_ranges(case, changed), *_fixed(case, changed)]


def _version(case: Case) -> tuple[Version | None, list[Finding]]:
    """Find how the edited level and load are done, and whether that is above what the plan allows."""
    edited, planned = case.edited, case.planned
    move = catalogue()[edited.move]
    levels = sorted({version.level for version in move.versions})
    if edited.level not in levels:
        error = f"should be {levels[0]} to {levels[-1]}, the levels of this move (got {edited.level})"
        return None, [Finding("level", error)]
    findings = []
    if edited.level > case.course.cap:
        error = f"should be at most {case.course.cap} in this plan (got {edited.level})"
        words = say("reasons.outside_level", level=edited.level, cap=case.course.cap)
        findings.append(Finding("level", error, words))
    version = _at_hand(case)
    if edited.load in (planned.load, version.load):
        return version, findings
    return _other_load(case, version, findings)


def _at_hand(case: Case) -> Version:
    """Choose the version of the edited level; above the kit's cap, the one that kit would be needed for."""
    move = catalogue()[case.edited.move]
    rung = Rung(case.kind, case.edited.level, case.edited.dose, "same")
    if move.version(rung.level, case.preferences.equipment):
        return how_it_is_done(move.slug, rung, case.preferences)
    found = move.easy if case.kind == "easy" else move.versions
    return next(version for version in found if version.level == rung.level)


def _other_load(case: Case, version: Version, findings: list[Finding]) -> tuple[Version, list[Finding]]:
    edited = case.edited
    move = catalogue()[edited.move]
    if edited.load is None:
        return move.easy_version(edited.level, ()) or version, findings
    lower = [v for v in move.versions if v.load == edited.load and v.level <= edited.level and v.kit == version.kit]
    if lower and case.kind == "load":
        return lower[-1], findings
    error = f"should be lighter than planned, or none (got {shown('', edited.load)})"
    return version, [*findings, Finding("load", error, say("reasons.outside_load", load=edited.load))]


def _amount(case: Case) -> tuple[int, int, int, int]:
    """Settle dose, sets, repetitions and rest; a dose changed alone brings its own."""
    edited, planned = case.edited, case.planned
    move = catalogue()[edited.move]
    amount = (edited.sets, edited.reps, edited.rest_s)
    if edited.dose != planned.dose and amount == (planned.sets, planned.reps, planned.rest_s):
        return edited.dose, *_of(move.dose(edited.dose))
    if amount == _of(move.dose(edited.dose)):
        return edited.dose, *amount
    enough = [dose.number for dose in move.doses if dose.sets * dose.reps >= edited.sets * edited.reps]
    return next(iter(enough), move.doses[-1].number), *amount


def _of(dose: Dose) -> tuple[int, int, int]:
    return dose.sets, dose.reps, dose.rest_s


def _ranges(case: Case, changed: Prescription) -> list[Finding]:
    ranges = catalogue()[changed.move].ranges
    findings = []
    for field in _AMOUNTS:
        value: int = getattr(changed, field)
        low, high = getattr(ranges, field)
        if not low <= value <= high:
            usual = str(low) if low == high else f"{low} to {high}"
            words = say("reasons.outside_range", field=say(f"reasons.field.{field}"), value=value, usual=usual)
            findings.append(Finding(field, f"should be {usual} (got {value})", words))
    if case.strict_rest and changed.rest_s < ranges.falls_risk_rest_s:
        error = f"should be at least {ranges.falls_risk_rest_s} with falls-risk (got {changed.rest_s})"
        findings.append(Finding("rest_s", error))
    if case.strict_rest and changed.dose == catalogue()[changed.move].doses[-1].number:
        findings.append(Finding("dose", f"should be at most {changed.dose - 1} with falls-risk (got {changed.dose})"))
    return findings


def _fixed(case: Case, changed: Prescription) -> list[Finding]:
    """Refuse changes to what follows from the level; a move put back by hand has nothing to compare with."""
    if case.left_out:
        return []
    return [
        Finding(field, f"follows from the level and cannot be changed (got {shown('', getattr(case.edited, field))})")
        for field in _FIXED
        if getattr(case.edited, field) not in (getattr(case.planned, field), getattr(changed, field))
    ]


def _changes(planned: Prescription, changed: Prescription) -> list[str]:
    fields = [field for field in ("level", *_AMOUNTS, "load") if getattr(planned, field) != getattr(changed, field)]
    if planned.dose != changed.dose and not {*_AMOUNTS} & {*fields}:
        fields.append("dose")
    lines = [
        say(
            "reasons.changed",
            field=say(f"reasons.field.{field}"),
            before=_value(getattr(planned, field)),
            after=_value(getattr(changed, field)),
        )
        for field in fields
    ]
    follows = planned.level != changed.level or planned.load != changed.load
    if planned.variation != changed.variation and not follows:
        lines.append(say("reasons.changed_words"))
    return lines


def _value(value: object) -> str:
    return say("reasons.nothing") if value is None else str(value)
