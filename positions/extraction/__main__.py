"""`.venv/bin/python -m positions.extraction FILE --published DATE`: a file's drafts, as JSON."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from positions.extraction import extract, joined
from positions.extraction.dating.expressions import published_date


def main(arguments: list[str] | None = None) -> int:
    """Print the drafts of one file, or of what is typed where FILE is "-"."""
    parser = argparse.ArgumentParser(prog="python -m positions.extraction", description=__doc__)
    parser.add_argument("file", help="the article's text in UTF-8, or - for the standard input")
    parser.add_argument("--published", default="", help="the article's day, YYYY-MM-DD")
    parser.add_argument(
        "--apart", action="store_true", help="one draft for each attribution, not for each act"
    )
    parser.add_argument(
        "--all", action="store_true", help="also the drafts that an editor is not likely to want"
    )
    given = parser.parse_args(arguments)
    if given.published and published_date(given.published) is None:
        parser.error(
            f"--published {given.published!r} is no date: give YYYY-MM-DD, YYYY-MM or YYYY"
        )
    try:
        text = sys.stdin.read() if given.file == "-" else Path(given.file).read_text("utf-8")
    except OSError as error:
        parser.error(f"{given.file}: {error.strerror}")
    except UnicodeDecodeError as error:
        parser.error(f"{given.file}: it is not in UTF-8 (at byte {error.start:,}); save it so")
    found = extract(text, given.published)
    drafts = [
        asdict(draft)
        for draft in (found if given.apart else joined(found))
        if given.all or draft.likely
    ]
    sys.stdout.write(json.dumps(drafts, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
