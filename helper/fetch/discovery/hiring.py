"""Hosts of hiring systems: where companies keep their careers pages when not on their own site."""
from __future__ import annotations

from urllib.parse import urlsplit

HOSTS = (
    "ashbyhq.com", "applytojob.com", "avature.net", "bamboohr.com", "breezy.hr", "cornerstoneondemand.com", "csod.com",
    "dayforcehcm.com", "eightfold.ai", "factorialhr.com", "freshteam.com", "gem.com", "greenhouse.io", "gupy.io",
    "hibob.com", "homerun.co", "icims.com", "jazz.co", "jobvite.com", "jobylon.com", "join.com", "lever.co",
    "myworkdayjobs.com", "oraclecloud.com", "paylocity.com", "peoplehr.net", "personio.com", "personio.de",
    "phenompeople.com", "pinpointhq.com", "polymer.co", "recruitee.com", "rippling.com", "smartrecruiters.com",
    "softgarden.io", "successfactors.com", "successfactors.eu", "taleo.net", "teamtailor.com", "trinethire.com",
    "tribepad.com", "ultipro.com", "welcometothejungle.com", "workable.com", "zohorecruit.com",
)


def is_hiring_system(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == known or host.endswith(f".{known}") for known in HOSTS)
