"""The preview server: rebuilds and reloads when a plan or a page changes."""

from mkdocs.commands import serve as mkdocs_serve

from generator.project import Project
from generator.site.config import config_file


def serve(project: Project, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the site of a project until interrupted.

    Plans with errors do not take the preview down: the errors are printed, and the last good
    pages stay until they are mended.

    Args:
        project: The project.
        host: Address to listen on.
        port: Port to listen on.

    Raises:
        mkdocs.exceptions.Abort: The plans have errors at the start.
    """
    with config_file(project) as file:
        mkdocs_serve.serve(config_file=str(file), dev_addr=f"{host}:{port}")
