"""Runs the code cells of a notebook in order and writes the executed copy elsewhere.

Called as: python notebook_run.py NOTEBOOK COPY FOLDER
FOLDER is where the kernel runs. Prints one line of JSON: {"ok": true}, or, for the first cell that fails,
{"ok": false, "cell": its number from 1, "source": its text, "reason": what the kernel said}.
"""

import json
import sys
import warnings

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

KERNEL_START_SECONDS = 120
CELL_SECONDS = 600
UNCAUGHT = ("UncaughtException:", "UnhandledPromiseRejection:")


def said(cell, *names):
    """What a cell wrote, errors last: tslab reports an error as text on stderr and nowhere else."""
    streams = [output for output in cell.get("outputs", []) if output["output_type"] == "stream"]
    return "".join(stream["text"] for name in names or ("stdout", "stderr") for stream in streams if stream["name"] == name)


def execute(notebook, folder):
    client = NotebookClient(
        notebook,
        kernel_name="tslab",
        startup_timeout=KERNEL_START_SECONDS,
        timeout=CELL_SECONDS,
        resources={"metadata": {"path": folder}},
    )
    number, cell = 0, {"source": ""}
    try:
        with client.setup_kernel():
            for number, cell in enumerate(notebook.cells, start=1):
                client.execute_cell(cell, number - 1)
                if any(line.startswith(UNCAUGHT) for line in said(cell, "stderr").splitlines()):
                    return {"ok": False, "cell": number, "source": cell["source"], "reason": said(cell)}
    except CellExecutionError as error:
        return {"ok": False, "cell": number, "source": cell["source"], "reason": said(cell) or str(error)}
    except Exception as error:  # a kernel that does not start, dies or hangs
        reason = f"{type(error).__name__}: {error}"
        return {"ok": False, "cell": number, "source": cell["source"], "reason": reason}
    return {"ok": True}


def main():
    path, copy, folder = sys.argv[1:]
    warnings.simplefilter("ignore", FutureWarning)  # nbformat's remark on cells without an id
    notebook = nbformat.read(path, as_version=4)
    result = execute(notebook, folder)
    nbformat.write(notebook, copy)
    print(json.dumps(result))


main()
