"""One move in one week: how it is done, how much, and the rules that say so."""

from dataclasses import dataclass

from hipplan.plan.catalogue import PLANNING_KIT, Version, catalogue
from hipplan.plan.ladder import Rung, climb
from hipplan.plan.precautions import Verdict, needless_clearances
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Prescription
from hipplan.plan.selection import precaution_names
from hipplan.resources import read_toml
from hipplan.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One move over all weeks; `start` is its first level, `cap` its highest."""

    move: str
    start: int
    cap: int
    kit_cap: int
    rungs: tuple[Rung, ...]


def course(move: str, preferences: Preferences, *, verdict: Verdict, highest_dose: int) -> Course:
    """Plan a move's levels and doses over the weeks."""
    columns = read_toml("assets", "progression.toml")["columns"]
    kit_cap = catalogue()[move].kit_cap(preferences.equipment)
    if catalogue()[move].parent:
        start, cap, column = 1, 1, columns[f"inward_{preferences.level}"]
    else:
        start = 0 if move in preferences.easier else verdict.start
        cap = min(verdict.cap, kit_cap)
        column = columns["starts_at_0" if start == 0 else preferences.level]
    rungs = climb(column, preferences.weeks, cap=cap, highest_dose=highest_dose)
    return Course(move=move, start=start, cap=cap, kit_cap=kit_cap, rungs=rungs)


def prescribe(plan: Course, week: int, *, preferences: Preferences, verdict: Verdict) -> Prescription:
    """Write the prescription of one week."""
    rung = plan.rungs[week - 1]
    move = catalogue()[plan.move]
    version = how_it_is_done(plan.move, rung, preferences)
    dose = move.dose(rung.dose)
    return Prescription(
        move=plan.move,
        level=rung.level,
        dose=rung.dose,
        variation=sentence(plan.move, version),
        sets=dose.sets,
        reps=dose.reps,
        per_side=True,
        rest_s=dose.rest_s,
        hold_s=move.hold_s,
        tempo=version.tempo,
        load=version.load,
        equipment=(version.kit,) if version.kit else (),
        effort=effort_of(rung.dose, easy=rung.kind == "easy"),
        reasons=_reasons(plan, week, preferences=preferences, verdict=verdict),
    )


def how_it_is_done(move: str, rung: Rung, preferences: Preferences) -> Version:
    """Choose the version of a level for the kit at hand; an easy week drops weight, band and slow tempo."""
    facts = catalogue()[move]
    find = facts.easy_version if rung.kind == "easy" else facts.version
    version = find(rung.level, preferences.equipment)
    if version is None:
        raise LookupError(f"{move} has no level {rung.level} with {preferences.equipment}")
    return version


def sentence(move: str, version: Version) -> str:
    """Say how a version of a move is done."""
    return say(f"moves.{move}.levels.{version.words}.variation")


def effort_of(dose: int, *, easy: bool) -> tuple[int, int]:
    """Look up the effort asked for, 0 to 10."""
    if easy:
        low, high = read_toml("assets", "progression.toml")["easy_week"]["effort"]
        return low, high
    return catalogue()["clam"].dose(dose).effort  # the same for every move


def _reasons(plan: Course, week: int, *, preferences: Preferences, verdict: Verdict) -> tuple[str, ...]:
    rung = plan.rungs[week - 1]
    before = next((r for r in reversed(plan.rungs[: week - 1]) if r.kind == "load"), rung)
    values = {"level": rung.level, "dose": rung.dose, "before": before.dose}
    reasons = [say(f"reasons.{rung.rule}", **values)]
    if week == 1:
        reasons += _start_reasons(plan, preferences, verdict)
    if rung.capped:
        reasons.append(_cap_reason(plan, verdict))
    version = how_it_is_done(plan.move, rung, preferences)
    if version.kit:
        reasons.append(say("reasons.kit", kit=say(f"kit.{version.kit}")))
    elif _waits_for_kit(plan.move, rung):
        reasons.append(say("reasons.no_kit"))
    if rung.timed:
        reasons.append(say("reasons.time_cap", dose=rung.dose, minutes=preferences.max_minutes))
    return tuple(reasons)


def _start_reasons(plan: Course, preferences: Preferences, verdict: Verdict) -> list[str]:
    reasons = []
    if catalogue()[plan.move].parent:
        reasons.append(say("reasons.inward"))
    elif verdict.start == 0:
        reasons.append(say("reasons.precaution_start", precautions=precaution_names(verdict.because)))
    elif plan.start == 0:
        reasons.append(say("reasons.easier"))
    if plan.move in preferences.cleared and plan.move not in needless_clearances(preferences):
        reasons.append(say("reasons.cleared"))
    return reasons


def _cap_reason(plan: Course, verdict: Verdict) -> str:
    if verdict.cap <= plan.kit_cap:
        return say("reasons.precaution_cap", level=plan.cap, precautions=precaution_names(verdict.because))
    if plan.cap == max(version.level for version in catalogue()[plan.move].versions):
        return say("reasons.ladder_cap", level=plan.cap)
    return say("reasons.kit_cap", level=plan.cap, next_level=plan.cap + 1)


def _waits_for_kit(move: str, rung: Rung) -> bool:
    versions = catalogue()[move].versions
    return rung.kind == "load" and any(v.level == rung.level and v.kit in PLANNING_KIT for v in versions)
