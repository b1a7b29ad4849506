"""Measures what `.ci/how-far` prints. Times are user CPU seconds of the processes, which other work on the machine
disturbs less than the clock on the wall."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

program = sys.argv[1]
bench = str(pathlib.Path("scenarios/bench.yaml").resolve())
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)


def run(*words):
    """User seconds and MB of one process."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime, used.ru_maxrss / 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, program, *words], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def table(title, head, rows):
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")


def figures(value):
    """Three figures are more than the noise leaves."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def store(products, suppliers):
    """A store whose budget for ads does not grow with what it sells, so that only the parts make the difference."""
    names = [f"s{number}" for number in range(suppliers)]
    lines = [
        "name: parts", "currency: USD", "start: 2027-01-01", "months: 12", "cash: {budget: 20000 USD}", "products:",
    ]
    for number in range(products):
        offers = names if products == 1 else [names[number % suppliers]]
        lines.append(f"  p{number}:")
        lines.append("    price: 35 USD")
        lines.append("    offers:")
        for name in offers: lines += [f"      {name}:", "        unit_cost: 11 USD"]
    lines += ["stores:", "  shop: {conversion: 3 %, payment_fee: 2.9 %, payout_days: 4}", "ads:",
              "  meta: {budget: 100 USD per day, cpc: 0.50 USD}", "suppliers:"]
    # Blocks, one value a line: a file may have only so many brackets.
    for name in names: lines += [f"  {name}:", "    failure_rate: 5 % per month", "    failure_days: 10 days"]
    pathlib.Path("parts.yaml").write_text("\n".join(lines) + "\n")
    return "parts.yaml"


rows = []
cost = 0.0
for worlds in (10_000, 100_000, 1_000_000):
    seconds, megabytes = run("run", bench, str(worlds))
    cost = seconds / worlds
    rows.append((f"{worlds:,}", figures(seconds), f"{megabytes:.0f}", figures(cost * 1e6)))
table("Worlds of bench.yaml (12 months), `dropcast run scenarios/bench.yaml N`",
      ("worlds", "user s", "MB", "s for a million"), rows)

rows = []
for months in (1, 12, 36, 60):
    seconds, megabytes = run("run", bench, "10000", "--months", str(months))
    rows.append((months, figures(seconds), f"{megabytes:.0f}"))
table("Months, `dropcast run scenarios/bench.yaml 10k --months N`", ("months", "user s", "MB"), rows)

for what, sizes in (("products", [(n, 1) for n in (1, 10, 100, 1000)]),
                    ("suppliers", [(1, n) for n in (1, 10, 100, 1000)])):
    rows = []
    for products, suppliers in sizes:
        seconds, megabytes = run("run", store(products, suppliers), "1000")
        rows.append((products if what == "products" else suppliers, figures(seconds), f"{megabytes:.0f}"))
    table(f"{what.capitalize()} of a generated store, 1,000 worlds of 12 months", (what, "user s", "MB"), rows)

rows = []
part = merging = 0.0
for count in (4, 20, 100):
    total, size = 0.0, 0
    for number in range(1, count + 1):
        seconds, _ = run("run", bench, "200k", "--shard", f"{number}/{count}", "--to", f"p{number}.dropcast-part",
                         "--force")
        total += seconds
        size += os.path.getsize(f"p{number}.dropcast-part")
    merged, megabytes = run("merge", bench, *[f"p{number}.dropcast-part" for number in range(1, count + 1)])
    part, merging = size / count, merged / count
    rows.append((count, figures(total), f"{part / 1e6:.2f}", figures(merged), f"{megabytes:.0f}"))
table("200,000 worlds of bench.yaml in parts", ("parts", "user s, all", "MB a part", "user s of merge", "MB of merge"),
      rows)

rows = []
for worlds, tasks in ((10**9, 100), (10**9, 1000), (10**12, 1000), (10**12, 10_000)):
    hours = cost * worlds / 3600
    rows.append((f"{worlds:.0e}".replace("e+0", "0^").replace("e+", "0^"), f"{tasks:,}", f"{hours:,.0f}",
                 f"{hours / tasks:,.1f}", f"{part * tasks / 1e9:.2f}", figures(merging * tasks)))
table("What more would take, from the costs above: core hours, hours with a core for each part, and the parts",
      ("worlds", "parts", "core hours", "hours of each", "GB of parts", "user s of merge"), rows)
