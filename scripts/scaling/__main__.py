"""scripts/scale throughput | memory | simulate"""

from __future__ import annotations

import argparse
import json
import statistics
from dataclasses import asdict, replace
from pathlib import Path

from scripts.scaling.measure import memory, throughput
from scripts.scaling.simulate import Assumptions, simulate


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/scale", description="Measure research at scale, or simulate it.")
    commands = parser.add_subparsers(dest="command", required=True)
    through = commands.add_parser("throughput", help="companies a second, with one process and with more")
    through.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    through.add_argument("--companies", type=int, default=60)
    through.add_argument("--sentences", type=int, default=40, help="a page")
    through.add_argument("--out", type=Path, help="write the seconds of each company here, for simulate")
    mem = commands.add_parser("memory", help="memory over many small companies")
    mem.add_argument("--jobs", type=int, default=1)
    mem.add_argument("--companies", type=int, default=10_000)
    mem.add_argument("--sentences", type=int, default=4)
    mem.add_argument("--stub", action="store_true", help="without reading: the run alone")
    sim = commands.add_parser("simulate", help="a million companies from a public crawl archive")
    sim.add_argument("seconds", type=Path, help="what throughput --out wrote")
    sim.add_argument("--cores", type=int, nargs="+", default=[64, 256, 1024])
    asked = parser.parse_args()
    if asked.command == "throughput":
        runs = throughput(asked.companies, asked.jobs, asked.sentences)
        for run in runs:
            print(f"{run.jobs} processes: {run.per_second:.2f} companies a second, {run.per_second / runs[0].per_second:.2f} "
                  f"times the first (load before: {run.load:.1f}); processor time of a company: mean "
                  f"{statistics.mean(run.cpu_seconds):.2f} s, median {statistics.median(run.cpu_seconds):.2f} s, of which the "
                  f"run's own process {run.own_cpu_seconds / (run.companies - 1):.3f} s")  # fmt: skip
        if asked.out:
            asked.out.write_text(json.dumps([max(0.0, seconds) for seconds in runs[0].cpu_seconds]))
    elif asked.command == "memory":
        told = memory(asked.companies, asked.jobs, asked.sentences, stub=asked.stub)
        print(f"{told.companies} companies in {told.seconds:.0f} s (load before: {told.load:.1f}); megabytes by share done: {told.megabytes}")
    else:
        seconds = json.loads(asked.seconds.read_text())
        for cores in asked.cores:
            given = replace(Assumptions(), cores=cores)
            print(json.dumps({"cores": cores, **{name: round(value, 1) for name, value in asdict(simulate(seconds, given)).items()}}))


if __name__ == "__main__":
    main()
