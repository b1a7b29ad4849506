"""Looks at reports in a real browser, at three widths, on a dark screen and on paper: python3 .ci/pictures.py PROGRAM FOLDER

Checks that nothing is fetched, nothing runs over the edge, words stand out from their ground, every picture and table has a
name, and that two sheets of A4 are enough; with AXE=axe.min.js also what axe-core finds. Pictures (PNG, PDF) are left in the
folder, to be looked at by whoever changes them. Those of one shop are compared with the ones in .ci/pictures.recorded, a quarter
as wide and grey; RECORD_PICTURES=1 records them anew. Only the standard library, and ImageMagick for the comparison; the browser
is spoken to through a pair of pipes (its DevTools protocol).
"""
import base64, fcntl, json, os, pathlib, re, subprocess, sys

WIDTHS = (1280, 800, 390)
# The shop whose pictures are recorded, and how much of one may look otherwise: fonts are drawn a little differently everywhere.
RECORDED = "craft-tools"
TOLERANCE = 0.03
# A quarter of the width: words become grey lines, and pictures stay pictures.
SMALL = ["-alpha", "remove", "-colorspace", "Gray", "-resize", "25%", "-depth", "4", "-strip"]
AXE = os.environ.get("AXE")
# Not what a page by itself can have: landmarks of a site.
AXE_RUN = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
  .then(found => JSON.stringify(found.violations.map(v => `${v.id}: ${v.nodes.length} times, ${v.nodes[0].target}`)))"""

CHECK = r"""(() => {
  const faults = [], wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push("runs over the edge: " + document.documentElement.scrollWidth);
  const hidden = e => e.closest("details:not([open])") && !e.closest("summary") || e.closest("[aria-hidden]");
  const fills = e => !!e.closest("svg");
  const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  const paper = light(parse(getComputedStyle(document.body).backgroundColor));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || hidden(e) || ["TITLE", "DESC", "title", "desc", "STYLE"].includes(e.tagName)) continue;
    const style = getComputedStyle(e), colour = parse(fills(e) ? style.fill : style.color), got = ratio(light(colour), paper);
    if (got < 4.5 && !seen.has(colour + e.className)) { seen.add(colour + e.className); faults.push(`contrast ${got.toFixed(1)}: ${walker.currentNode.data.slice(0, 30)}`); }
    const box = e.getBoundingClientRect();
    if (box.width && (box.right > wide + 1 || box.left < -1) && !e.closest(".scroll")) faults.push(`outside: ${walker.currentNode.data.slice(0, 40)}`);
  }
  for (const p of document.querySelectorAll("svg[role=img]")) {
    const words = (p.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)?.textContent.trim());
    if (words.length < 2 || words.some(w => !w)) faults.push("a picture without a name");
  }
  for (const t of document.querySelectorAll("table")) if (!t.caption?.textContent.trim()) faults.push("a table without a name");
  if (!document.documentElement.lang || !document.title) faults.push("a page without language or title");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  if (document.scripts.length) faults.push("a script");
  return JSON.stringify({faults, height: document.documentElement.scrollHeight});
})()"""


class Browser:
    def __init__(self, program):
        ours, theirs = os.pipe(), os.pipe()
        self.out, self.back = ours[1], theirs[0]

        def join():
            # By way of higher ones: a pipe may have been given these very numbers.
            commands, answers = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (ours[0], theirs[1]))
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "about:blank"]
        self.process = subprocess.Popen(
            [program, *flags], preexec_fn=join, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.last, self.rest, self.requests = 0, b"", []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable"), self.ask("Network.enable")

    session = None

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.back, 1 << 20)
            if not piece: raise SystemExit("the browser has ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        message = json.loads(message)
        if message.get("method") == "Network.requestWillBeSent": self.requests.append(message["params"]["request"]["url"])
        return message

    def ask(self, method, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if self.session: message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.last:
                if "error" in answer: raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]

    def open(self, file, width, dark):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.requests = []
        self.ask("Page.navigate", url=file.resolve().as_uri())
        while self.read().get("method") != "Page.loadEventFired": pass
        return json.loads(self.ask("Runtime.evaluate", expression=CHECK, returnByValue=True)["result"]["value"])

    def axe(self):
        """What axe-core finds in the page that is open."""
        if not AXE: return []
        self.ask("Runtime.evaluate", expression=pathlib.Path(AXE).read_text())
        found = self.ask("Runtime.evaluate", expression=AXE_RUN, awaitPromise=True, returnByValue=True)
        return json.loads(found["result"].get("value") or '["axe-core did not run"]')

    def save(self, file, method, **params): file.write_bytes(base64.b64decode(self.ask(method, **params)["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()


def compare(picture):
    """How a picture differs from the recorded one; nothing where it is near enough."""
    recorded = pathlib.Path(__file__).resolve().parent / "pictures.recorded" / picture.name
    small = picture.with_suffix(".small.png")
    subprocess.run(["convert", str(picture), *SMALL, str(small)], check=True)
    if os.environ.get("RECORD_PICTURES"):
        recorded.parent.mkdir(exist_ok=True)
        recorded.write_bytes(small.read_bytes())
    if not recorded.exists(): return ["no recorded picture"]
    sizes = [tuple(map(int, subprocess.run(
        ["identify", "-format", "%w %h", str(file)], check=True, capture_output=True, text=True).stdout.split())) for file in (recorded, small)]
    if sizes[0][0] != sizes[1][0] or abs(sizes[0][1] - sizes[1][1]) > TOLERANCE * sizes[0][1]:
        return [f"is {sizes[1]}, was {sizes[0]}"]
    width, height = sizes[0][0], min(size[1] for size in sizes)
    cut = ["-crop", f"{width}x{height}+0+0", "+repage", "-blur", "0x1"]
    # A pixel counts that is an eighth darker or lighter.
    answer = subprocess.run(
        ["convert", "(", str(recorded), *cut, ")", "(", str(small), *cut, ")", "-metric", "AE", "-fuzz", "12%", "-compare",
         "-format", "%[distortion]", "info:"], check=True, capture_output=True, text=True)
    share = float(answer.stdout) / (width * height)
    return [f"{share:.1%} of it looks otherwise"] if share > TOLERANCE else []


def look(browser, file):
    faults = []
    for width, dark in [(w, False) for w in WIDTHS] + [(1280, True)]:
        found = browser.open(file, width, dark)
        name = f"{width}{'-dark' if dark else ''}"
        faults += [f"{name}: {fault}" for fault in found["faults"]]
        fetched = [url for url in browser.requests if url != file.resolve().as_uri()]
        faults += [f"{name}: fetched {url}" for url in fetched]
        faults += [f"{name}: axe-core: {found}" for found in browser.axe()]
        browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=min(found["height"], 16000), deviceScaleFactor=1, mobile=False)
        browser.save(file.with_name(f"{file.stem}-{name}.png"), "Page.captureScreenshot", format="png")
    browser.open(file, 1280, False)
    paper = file.with_suffix(".pdf")
    browser.save(paper, "Page.printToPDF", preferCSSPageSize=True, printBackground=False)
    pages = len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))
    if pages != 2: faults.append(f"paper: {pages} pages")
    subprocess.run(["pdftoppm", "-r", "100", "-png", str(paper), str(paper.with_suffix("")) + "-paper"], check=True)
    if file.name.startswith(RECORDED):
        for picture in sorted(file.parent.glob(f"{file.stem}-*.png")):
            if ".small" not in picture.name: faults += [f"{picture.stem}: {fault}" for fault in compare(picture)]
    return faults


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    root = pathlib.Path(__file__).resolve().parent.parent
    worlds = sys.argv[3] if len(sys.argv) > 3 else "2000"
    folder.mkdir(parents=True, exist_ok=True)
    browser, failed = Browser(os.environ.get("CHROMIUM", "chromium")), False
    for shop, plans in (("craft-tools", ["base", "never_stops"]), ("article-shop", ["base"]), ("pet-feeder", ["base", "search_only"])):
        for tongue in ("en", "zh"):
            file = folder / f"{shop}-{tongue}.html"
            subprocess.run(
                [program, "--lang", tongue, "report", str(root / f"scenarios/{shop}.yaml"), str(file), "of", *plans, "--paths", worlds, "--force"],
                check=True, stdout=subprocess.DEVNULL)
            faults = look(browser, file)
            print(f"{file.name}: " + ("; ".join(faults) or "nothing wrong"))
            failed = failed or bool(faults)
    browser.close()
    sys.exit(failed)


main()
