"""Stand-ins for reading a company, importable by a worker process."""

from __future__ import annotations

import os
import time

from helper.errors import Problem
from helper.report.comparison import Row
from helper.research.work import Material, Outcome
from nlp.contract import Profile


def quick(material: Material, profile: Profile | None) -> Outcome:
    return Outcome(material.number, Row(slug=material.slug, company=material.slug), "{}")


def deadly(material: Material, profile: Profile | None) -> Outcome:
    """Kills its process, as want of memory would, at every company whose slug says so."""
    if material.slug.startswith("deadly"):
        os._exit(9)
    return quick(material, profile)


def unhurried(material: Material, profile: Profile | None) -> Outcome:
    """Takes its time, and tells which process read the company."""
    time.sleep(0.2)
    return Outcome(material.number, Row(slug=material.slug, company=str(os.getpid())), "{}")


def without_models(material: Material, profile: Profile | None) -> Outcome:
    raise Problem("models_failed", "The models are not there.", "Install them.", status=503)
