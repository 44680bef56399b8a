"""The profile as text: all of it, and as a ladder."""
from __future__ import annotations

from typing import TYPE_CHECKING

from helper.report.clean import clean

if TYPE_CHECKING:
    from nlp.contract import Aspiration, Profile, Story

WORDS = ("role", "industry", "present_role", "situation", "level", "stay_years", "mission", "vision")
LISTS = (
    "values", "passions", "strengths", "avoid", "energisers", "drains", "skills", "experience", "education", "training",
    "work_style", "colleagues", "social_circles", "financial_goals",
)
NAMES = {"present_role": "role today", "stay_years": "years to stay"}
EXAMPLE = 'visionfit profile add "Lead a team of my own", or visionfit profile wizard'


def text(profile: Profile) -> str:
    """Everything saved, a line each; what is private says so."""
    lines = [f"{_name(field)}: {clean(str(getattr(profile, field)))}" for field in WORDS if getattr(profile, field)]
    if profile.stepping_stone:
        lines.append("says openly when a job is a step to something else")
    lines.append("aspirations:" if profile.aspirations else f"No aspirations yet: {EXAMPLE}")
    for aspiration in profile.aspirations:
        lines.append("  " + _head(aspiration))
        lines += ["      " + told for told in _details(aspiration)]
    for field in LISTS:
        if values := getattr(profile, field):
            private = " (private)" if field in profile.PRIVATE else ""
            lines.append(f"{_name(field)}{private}: {'; '.join(clean(value) for value in values)}")
    lines += [f"story: {_story(story)}" for story in profile.stories]
    if profile.tradeoffs:
        lines.append("trade-offs (private): " + "; ".join(f"{key}: {value}" for key, value in profile.tradeoffs.items()))
    return "\n".join(lines) + "\n"


def ladder(profile: Profile) -> str:
    """Aspirations with the goals that lead to each, and what is done and planned for them."""
    ids = {aspiration.id for aspiration in profile.aspirations}
    lines: list[str] = []
    drawn: set[str] = set()

    def climb(aspiration: Aspiration, depth: int) -> None:
        if aspiration.id in drawn:  # a circle, saved before ladders were checked
            return
        drawn.add(aspiration.id)
        indent = "    " * depth
        lines.append(indent + _head(aspiration))
        lines.extend(f"{indent}    done: {clean(step)}" for step in aspiration.steps)
        lines.extend(f"{indent}    next: {clean(step)}" for step in aspiration.planned)
        below = [one for one in profile.aspirations if one.leads_to == aspiration.id]
        if not below and aspiration.kind == "aspiration" and not aspiration.private:
            lines.append(f"{indent}    No goal leads here yet: visionfit profile add GOAL --kind goal --leads-to {aspiration.id}")
        for one in below:
            climb(one, depth + 1)

    roots = [aspiration for aspiration in profile.aspirations if aspiration.leads_to not in ids]
    for aspiration in [*roots, *profile.aspirations]:
        climb(aspiration, 0)
    return "\n".join(lines) + "\n" if lines else f"No aspirations yet: {EXAMPLE}\n"


def _head(aspiration: Aspiration) -> str:
    notes = ["goal" if aspiration.kind == "goal" else "", aspiration.horizon or "", "private" if aspiration.private else "",
             f"weight {aspiration.weight:g}" if aspiration.weight != 1 else ""]
    told = ", ".join(note for note in notes if note)
    return f"{aspiration.id}  {clean(aspiration.text)}" + (f"  ({told})" if told else "")


def _details(aspiration: Aspiration) -> list[str]:
    told = [f"because {clean(aspiration.because)}"] if aspiration.because else []
    told += [f"step: {clean(step)}" for step in aspiration.steps] + [f"next: {clean(step)}" for step in aspiration.planned]
    return told + ([f"leads to {aspiration.leads_to}"] if aspiration.leads_to else [])


def _story(story: Story) -> str:
    parts = (story.situation, story.action, story.result, story.lesson)
    return " / ".join(clean(part) for part in parts if part)


def _name(field: str) -> str:
    return NAMES.get(field, field.replace("_", " "))
