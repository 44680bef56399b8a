"""The questions that make a profile, and what an answer to each does to it. The questions are data: the command line
and the browser ask the same ones."""
from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from helper.errors import WRONG_USE, Problem
from nlp.contract import Aspiration, Horizon, Profile

PRIORITY = "priority-"  # ids of the private aspirations that trade-offs make


class Choice(BaseModel):
    """`value` is what is saved. `aspiration`: the private aspiration that a trade-off for it stands for."""

    model_config = ConfigDict(extra="forbid")

    value: str
    label: str
    aspiration: str | None = None


class Question(BaseModel):
    """One question. `field` of the profile takes the answer.

    text: a sentence. list: lines. choice: the value of a choice; in a list field it takes the place of the question's
    other choices. aspirations: aspirations of `aspiration_kind` and `horizon`, `private` or not. tradeoff: the value of
    a choice, under the question's id.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    section: str
    kind: Literal["text", "list", "choice", "aspirations", "tradeoff"]
    field: str
    text: str
    help: str
    choices: list[Choice] = []
    private: bool = False
    aspiration_kind: Literal["aspiration", "goal"] | None = None
    horizon: Horizon | None = None


class Starter(BaseModel):
    """An example to change: `hint` says what to make of it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    text: str
    theme: str
    hint: str
    private: bool = False


class Wizard(BaseModel):
    """All questions in their order, example aspirations, and what to do when none comes to mind."""

    model_config = ConfigDict(extra="forbid")

    questions: list[Question]
    starters: list[Starter]
    explore: list[str]


@cache
def wizard() -> Wizard:
    return Wizard.model_validate_json((files("helper") / "data" / "wizard.json").read_text("utf-8"))


def answered(profile: Profile, question: Question, value: Any) -> Profile:
    """`profile` with `value` as the answer to `question`; text and lists replace, aspirations are added.

    value: a string (text, choice, tradeoff), a list of strings (list), or a list of dicts with "text" and any other
    field of an aspiration (aspirations). Raises Problem(bad_answer) and leaves the profile as it is.
    """
    data = profile.model_dump(by_alias=True)
    try:
        _put(data, question, value)
        made = Profile.model_validate(data)
    except ValidationError as error:
        raise Problem("bad_answer", f"That does not fit: {error.errors()[0]['msg']}.", question.help,
                      exit_status=WRONG_USE) from error
    return settled(made, profile) if question.kind == "tradeoff" else made


def _put(data: dict[str, Any], question: Question, value: Any) -> None:
    field = question.field
    if question.kind == "tradeoff":
        data["tradeoffs"][question.id] = value
    elif question.kind == "aspirations":
        known = {a["text"].casefold() for a in data["aspirations"]}
        made = {"kind": question.aspiration_kind, "horizon": question.horizon, "private": question.private}
        data["aspirations"] += [{**made, **one} for one in value if one["text"].casefold() not in known]
    elif question.kind == "choice" and isinstance(data[field], list):
        others = {choice.value for choice in question.choices}
        data[field] = [entry for entry in data[field] if entry not in others] + [value]
    elif field == "stories":
        told = {story["action"]: story for story in data["stories"]}
        data["stories"] = [told.get(action, {"action": action}) for action in value]
    else:
        data[field] = value or None if question.kind == "text" else value


def present(profile: Profile, question: Question) -> list[str]:
    """What the profile has for a question, as lines."""
    value = getattr(profile, question.field)
    if question.kind == "tradeoff":
        return [c.label for c in question.choices if c.value == value.get(question.id)]
    if question.kind == "aspirations":
        return [a.text for a in value if a.private == question.private and (question.private or a.kind == question.aspiration_kind)]
    if question.kind == "choice":
        return [c.label for c in question.choices if c.value in (value if isinstance(value, list) else [value])]
    if question.field == "stories":
        return [story.action for story in value]
    return list(value) if isinstance(value, list) else [str(value)] if value is not None else []


def settled(profile: Profile, before: Profile | None) -> Profile:
    """`profile` with one private aspiration for each choice that its trade-offs prefer, weighed by how often.

    Only where the trade-offs have changed since `before`: what the user makes of these aspirations is left alone.
    """
    if profile.tradeoffs == (before.tradeoffs if before else {}):
        return profile
    wins: Counter[str] = Counter()
    texts = {}
    for question in wizard().questions:
        for choice in question.choices:
            if choice.aspiration:
                texts[PRIORITY + choice.value] = choice.aspiration
                wins[PRIORITY + choice.value] += profile.tradeoffs.get(question.id) == choice.value
    kept = [a for a in profile.aspirations if a.id not in texts or wins[a.id]]
    there = {a.id: a for a in kept}
    for id_, weight in wins.items():
        if weight and id_ not in there:
            kept.append(Aspiration(id=id_, text=texts[id_], private=True, weight=weight))
        elif weight:
            there[id_].weight = weight
    return profile.model_copy(update={"aspirations": kept})


def unedited(profile: Profile) -> list[tuple[Aspiration, Starter]]:
    """Aspirations that are still an example's own words: true of anybody, and so of nobody."""
    starters = {starter.text.casefold(): starter for starter in wizard().starters}
    return [(a, starters[key]) for a in profile.aspirations if (key := a.text.strip(" .").casefold()) in starters]
