"""x"""

from bench.figures import Figures


def write_down(found: Figures) -> None:
    print(found)
