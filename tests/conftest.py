import pandas as pd
import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


@pytest.fixture
def frame_regression(file_regression):
    """Compare a frame, dtypes included, with its stored JSON lines."""

    def written(dtype):
        if isinstance(dtype, pd.CategoricalDtype):
            return (" < " if dtype.ordered else " | ").join(dtype.categories)
        return str(dtype)  # not repr: that tells whether pyarrow is installed

    def check(frame):
        head = [f"# {column}: {written(dtype)}" for column, dtype in frame.dtypes.items()]
        rows = frame.to_json(orient="records", lines=True, force_ascii=False, double_precision=4)
        file_regression.check("\n".join([*head, rows]), extension=".jsonl", encoding="utf-8")

    return check
