"""The Nu HTML checker (vnu-jar) on documents in memory."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

JAR = Path(__file__).parent / "browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(documents: Iterable[str]) -> list[str]:
    """What the checker finds in the documents: "document N, line L: message: extract", a line each.

    Errors and warnings count alike. One start of Java serves all documents: give it many.
    """
    java = shutil.which("java")
    if java is None or not JAR.exists():
        raise FileNotFoundError(
            "The HTML checker needs java on PATH and vnu-jar: npm ci --prefix tests/browser"
        )
    with tempfile.TemporaryDirectory() as directory:
        paths = []
        for number, document in enumerate(documents, start=1):
            paths.append(Path(directory, f"{number}.html"))
            paths[-1].write_text(document, encoding="utf-8")
        if not paths:
            raise ValueError("The HTML checker was given no document.")
        done = subprocess.run(
            [java, "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", *paths],
            capture_output=True,
            text=True,
            check=True,
        )
    return [
        f"document {Path(message['url']).stem}, line {message.get('lastLine', '?')}: "
        f"{message['message']}: {message.get('extract', '')}"
        for message in json.loads(done.stdout)["messages"]
    ]
