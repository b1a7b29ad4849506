"""Kills, damages and measures the file of kept runs: python3 .ci/kept.py PROGRAM. Only the standard library."""
import json, os, pathlib, pty, random, resource, select, shutil, signal, sqlite3, subprocess, sys, tempfile, time

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SHOP = pathlib.Path(__file__).resolve().parent.parent / "scenarios/first-store.yaml"
KILLS, WRITERS, DAMAGED, MANY = 200, 20, 300, 10_000
failed = []


def check(holds, what):
    if not holds:
        failed.append(what)
        print("  FAILED: " + what)


class Place:
    """A folder with a shop, and what is run in it."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dropcast-kept-"))
        shutil.copy(SHOP, self.folder / "shop.yaml")
        self.file = self.folder / ".dropcast/runs.db"
        self.surroundings = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

    def start(self, commands, **streams):
        return subprocess.Popen([PROGRAM, "-c", commands], cwd=self.folder, env=self.surroundings, **streams)

    def ask(self, commands, *options):
        return subprocess.run(
            [PROGRAM, *options, "-c", "load shop.yaml; " + commands], cwd=self.folder, env=self.surroundings,
            capture_output=True, text=True, timeout=120)

    def runs(self):
        answer = self.ask("runs --all", "--json")
        return json.loads(answer.stdout) if answer.returncode == 0 else None

    def fill(self, count):
        """So many runs, as rows: six are made, the others are copies of them."""
        self.ask("ui keep on; " + "; ".join(f"run 500 --seed {seed}" for seed in range(1, 7)))
        base = sqlite3.connect(self.file)
        for table in ("runs", "endings", "amounts"):
            key = "number" if table == "runs" else "run"
            columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
            rest = [column for column in columns if column != key]
            made = "made - 7 * (? - number)" if table == "runs" else None
            chosen = [made if column == "made" and made else column for column in rest]
            for number in range(7, count + 1):
                values = (number, number) if made else (number,)
                base.execute(
                    f"INSERT INTO {table} ({key}, {', '.join(rest)}) SELECT ?, {', '.join(chosen)} FROM {table} WHERE {key} = ?",
                    (*values, (number - 1) % 6 + 1))
        base.commit()
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        base.close()

    def sound(self):
        base = sqlite3.connect(self.file)
        try: return base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        finally: base.close()

    def remove(self): shutil.rmtree(self.folder)


def kills(chance):
    place, answered = Place(), 0
    for turn in range(KILLS):
        out = place.folder / "out"
        with open(out, "wb") as file:
            child = place.start(
                f"ui keep on; load shop.yaml; for s in {turn * 1000 + 1}..{turn * 1000 + 900} {{ run 2 --months 1 --seed $s }}",
                stdout=file, stderr=subprocess.DEVNULL)
        # Each fourth time it is killed while it starts; else in the midst of its runs.
        limit = time.monotonic() + 10
        while turn % 4 and out.stat().st_size == 0 and time.monotonic() < limit: time.sleep(0.002)
        time.sleep(chance.uniform(0.001, 0.4))
        child.send_signal(signal.SIGKILL)
        child.wait()
        answered += out.read_text(errors="replace").count(" · #")
        if turn % 20 == 19:
            runs = place.runs()
            check(runs is not None and len(runs) >= answered, f"kill {turn}: {answered} answered, {runs and len(runs)} kept")
    runs = place.runs() or []
    check(answered > KILLS, "hardly any run was finished before a kill")
    check(len({run["seed"] for run in runs}) == len(runs), "a run was kept twice")
    check(place.sound(), "the file is not sound after kills")
    print(f"kills: {KILLS}; runs answered {answered}, kept {len(runs)}, file sound: {place.sound()}")
    place.remove()


def writers():
    place = Place()
    children = [
        place.start(f"ui keep on; load shop.yaml; " + "; ".join(f"run 20 --seed {100 * number + run}" for run in range(5)),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for number in range(WRITERS)]
    check(all(child.wait() == 0 for child in children), "a writer failed")
    runs = place.runs() or []
    check(len(runs) == 5 * WRITERS and len({run["seed"] for run in runs}) == 5 * WRITERS, f"{len(runs)} of {5 * WRITERS} runs are there")
    check(place.sound(), "the file is not sound after many writers")
    print(f"writers at once: {WRITERS}; runs {len(runs)} of {5 * WRITERS}")
    place.remove()


def damage(chance):
    place = Place()
    place.fill(60)
    whole, told = place.file.read_bytes(), 0
    for turn in range(DAMAGED):
        bytes_ = bytearray(whole)
        kind = turn % 5
        if kind == 0: del bytes_[chance.randrange(len(bytes_)):]
        elif kind == 1:
            for _ in range(4): bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
        elif kind == 2:
            start = chance.randrange(len(bytes_))
            end = min(start + 600, len(bytes_))
            bytes_[start:end] = chance.randbytes(end - start)
        elif kind == 3:
            pages = len(bytes_) // 4096
            one, other = chance.randrange(pages), chance.randrange(pages)
            bytes_[other * 4096:(other + 1) * 4096] = whole[one * 4096:(one + 1) * 4096]
        else: bytes_[:100] = chance.randbytes(100)
        place.file.write_bytes(bytes_)
        for suffix in ("-wal", "-shm"): pathlib.Path(str(place.file) + suffix).unlink(missing_ok=True)
        answer = place.ask("runs --all", "--json")
        check(answer.returncode in (0, 1), f"damage {turn}: exit code {answer.returncode}")
        if answer.returncode == 1:
            told += 1
            check("kept runs cannot be read" in answer.stderr, f"damage {turn}: {answer.stderr[:200]}")
            run = place.ask("ui keep on; run 20; show cash.budget")
            check(run.returncode == 0, f"damage {turn}: the run failed: {run.stderr[:200]}")
            check(place.file.read_bytes() == bytes_, f"damage {turn}: the file was written over")
        else:
            run = place.ask("show #1; show #5; rerun #7; run 20; show cash.budget", "--keep-going")
            check(run.returncode in (0, 1), f"damage {turn}: exit code {run.returncode}")
            check("cash.budget" in run.stdout, f"damage {turn}: the session ended: {run.stderr[:200]}")
    print(f"damaged files: {DAMAGED}; refused {told}, the others read as they are")
    place.remove()


def cpu(place, commands, rounds=9):
    """The median of CPU and wall-clock milliseconds of a whole process."""
    found = []
    for _ in range(rounds):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        with open(os.devnull, "wb") as nowhere: place.start(commands, stdout=nowhere, stderr=nowhere).wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append((
            (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000, (time.perf_counter() - start) * 1000))
    return tuple(sorted(values)[rounds // 2] for values in zip(*found))


def prompt(place, rounds=9):
    """The median of milliseconds until a terminal shows the prompt."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(place.folder)
            os.execve(PROGRAM, [PROGRAM, "--no-init", "--no-history", "shop.yaml"], place.surroundings)
        seen = b""
        while b"shop\xe2\x80\xba" not in seen and b"shop>" not in seen:
            if not select.select([terminal], [], [], 10)[0]: break
            seen += os.read(terminal, 65536)
        found.append((time.perf_counter() - start) * 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    return sorted(found)[rounds // 2]


def times():
    empty, full = Place(), Place()
    full.fill(MANY)
    nothing = cpu(full, "load shop.yaml")
    rows = [("load alone", nothing)]
    for name, commands in (
        ("runs --all", "runs --all"), ("runs --all --csv", "runs --all --csv"), ("runs --all --json", "runs --all --json"),
        ("runs", "runs"), ("show #77", "show #77"), ("rerun #77", "rerun #77"), ("run 500", "run 500"),
        ("run 500, kept", "ui keep on; run 500"),
    ):
        rows.append((f"{name}, {MANY:,} runs kept", cpu(full, "load shop.yaml; " + commands)))
    rows += [("run 500, no file", cpu(empty, "load shop.yaml; run 500"))]
    for name, (used, wall) in rows: print(f"{name}: {used:.0f} ms of CPU, {wall:.0f} ms")
    print(f"start to prompt: {prompt(empty):.0f} ms without a file, {prompt(full):.0f} ms with {MANY:,} runs")
    for place in (empty, full): place.remove()


def main():
    chance = random.Random(20)
    wanted = sys.argv[2:] or ["kills", "writers", "damage", "times"]
    for name in wanted:
        {"kills": lambda: kills(chance), "writers": writers, "damage": lambda: damage(chance), "times": times}[name]()
    sys.exit(bool(failed))


main()
