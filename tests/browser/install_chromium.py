"""Installs Debian's chromium where that is possible and none is there; otherwise says how."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.chromium import find_chromium

HOW = """No Chromium was found, and it cannot be installed from here.
The browser tests need one. Install it and run `make test` again:
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install chromium
  elsewhere:       install Chromium or Chrome and set CHROMIUM=/path/to/it
"""


def main() -> int:
    """Return 0 when a browser is there in the end."""
    if find_chromium():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Debian's chromium for the browser tests …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-qq", *words], env=environment, check=False)
    if find_chromium():
        return 0
    print(HOW, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
