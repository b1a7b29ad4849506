"""What `.ci/python` runs: the blocks of the page in their order, each with what stands in the block `text` after it."""
import contextlib
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile

page = pathlib.Path("Sources/Commands/Commands.docc/Manual/PythonAndSpreadsheets.md").resolve()
scenarios = pathlib.Path("scenarios").resolve()
program, records = pathlib.Path(sys.argv[1]), "--record" in sys.argv

text = page.read_text()
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
os.symlink(scenarios, "scenarios")
os.symlink(program, "dropcast")
os.environ["PATH"] = folder.name + ":" + os.environ["PATH"]

faults, place, names = 0, 0, {}
commands = []
for block in re.finditer(r"^```(console|python)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", text, re.M | re.S):
    kind, body, told = block.group(1), block.group(2), block.group(3)
    if kind == "console":
        # One session, as on the page: what it runs first is done again.
        commands += [line[2:] for line in body.splitlines() if line.startswith("> ")]
        words = [word for command in commands for word in ("-c", command)]
        subprocess.run(["dropcast", *words], check=True, capture_output=True)
        continue
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(body, page.name, "exec"), names)
    if told is None or told == printed.getvalue():
        continue
    faults += 1
    if records:
        begin, end = block.span(3)
        text = text[: begin + place] + printed.getvalue() + text[end + place :]
        place += len(printed.getvalue()) - (end - begin)
    else:
        print(f"the page says\n{told}\nand it is\n{printed.getvalue()}", file=sys.stderr)
if records:
    page.write_text(text)
sys.exit(1 if faults and not records else 0)
