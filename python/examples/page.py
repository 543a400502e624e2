"""Runs notebook.py cell by cell in a folder of its own, and makes a page of what comes out.

`python python/examples/page.py docs/notebook.md`; SAMPLES and RESIDENTS make it larger.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = """# A notebook

Made by `python python/examples/page.py docs/notebook.md` from `python/examples/notebook.py`, version {version} of the
model, {samples} samples of {residents} residents: too small for a verdict worth having, and large enough to show how.
"""


def cells(text: str) -> list[tuple[str, str]]:
    """Kind (`markdown` or `code`) and content of each cell."""
    parts = re.split(r"^# %%(.*)\n", text, flags=re.MULTILINE)[1:]
    found = []
    for kind, content in zip(parts[::2], parts[1::2]):
        if "markdown" in kind:
            found.append(("markdown", re.sub(r"^# ?", "", content, flags=re.MULTILINE).strip()))
        else:
            found.append(("code", content.strip()))
    return found


def computed() -> float:
    """Seconds of computing so far, those of ended children among them: a busy machine does not count."""
    return sum(os.times()[:4])


def page(images: Path | None = None) -> tuple[str, float]:
    """The page, and how many seconds of computing it took. Figures go into `images`."""
    began, names, told = computed(), {"__name__": "notebook"}, []
    back = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="kantel-notebook-") as folder:
        os.chdir(folder)
        try:
            for kind, content in cells((HERE / "notebook.py").read_text(encoding="utf-8")):
                if kind == "code":
                    out = io.StringIO()
                    with contextlib.redirect_stdout(out):
                        exec(compile(content, "notebook.py", "exec"), names)
                    told.append(f"```python\n{content}\n```\n")
                    lines = "\n".join(line.rstrip() for line in out.getvalue().strip("\n").splitlines())
                    told.append(f"```text\n{lines}\n```\n" if lines else "")
                    continue
                prose, _, figure = content.partition("figure: ")
                told.append(f"{prose.strip()}\n")
                if figure:
                    told.append(f"![{figure}](img/notebook-{figure})\n")
                    if images is not None:
                        images.mkdir(exist_ok=True)
                        shutil.copy(Path("runs/gm0150/figures") / figure, images / f"notebook-{figure}")
            version = json.loads(Path("runs/gm0150/manifest.json").read_text(encoding="utf-8"))["model_version"]
        finally:
            os.chdir(back)
    head = HEAD.format(version=version, samples=names["SAMPLES"], residents=names["RESIDENTS"])
    return "\n".join([head, *filter(None, told)]), computed() - began


if __name__ == "__main__":
    to = Path(sys.argv[1]).resolve()
    made, seconds = page(to.parent / "img")
    to.write_text(made, encoding="utf-8")
    print(f"{to}: {seconds:.0f} s")
